namespace Gongkai.Letters.Facts;

/// <summary>怎样称呼收件人。正式文书不用「您」。</summary>
public enum AddressForm
{
    /// <summary>自然人，称「你」。</summary>
    Person,

    /// <summary>法人或者其他组织，称「你单位」。</summary>
    Organization,
}
