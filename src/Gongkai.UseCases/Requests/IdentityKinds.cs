using Gongkai.Core.Agencies;

namespace Gongkai.UseCases.Requests;

/// <summary>可以用的证件（条例第二十九条的身份证明）；门户与工作台列的是同样的。</summary>
public static class IdentityKinds
{
    /// <summary>居民身份证：号码的写法与校验位都要对。</summary>
    public const string ResidentCard = "居民身份证";

    /// <summary>统一社会信用代码证书。</summary>
    public const string CreditCodeCertificate = "统一社会信用代码证书";

    /// <summary>自然人的。</summary>
    public static IReadOnlyList<string> OfPersons { get; } =
        [ResidentCard, "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "港澳台居民居住证", "外国人永久居留身份证", "护照", "其他有效证件"];

    /// <summary>法人和其他组织的。</summary>
    public static IReadOnlyList<string> OfOrganizations { get; } = [CreditCodeCertificate, "其他登记证书"];

    /// <summary>写法对、校验位不对的统一社会信用代码，说一句请再看一遍；没有疑问为 null。现实中有校验位不对的真实代码，所以只提醒，不拦。</summary>
    /// <param name="kind">证件名称。</param>
    /// <param name="number">证件号码，照填的。</param>
    public static string? DoubtAbout(string kind, string number) =>
        kind == CreditCodeCertificate && FilingCheck.Tidy(number) is var code && CreditCode.IsWellFormed(code) && !CreditCode.HasRightCheckDigit(code)
            ? "统一社会信用代码的最后一位与前面各位对不上，可能抄错了，请对照证书再看一遍；证书上确实是这样的，不用改。"
            : null;
}
