namespace Gongkai.Core.Requests;

/// <summary>申请人类别：表三的六列（国办公开办函〔2021〕30号）。律师以个人名义申请的计自然人，以律所名义的计法律服务机构。</summary>
public enum ApplicantKind
{
    /// <summary>自然人。</summary>
    Person,

    /// <summary>商业企业。</summary>
    Business,

    /// <summary>科研机构。</summary>
    Research,

    /// <summary>社会公益组织。</summary>
    SocialOrg,

    /// <summary>法律服务机构。</summary>
    LegalService,

    /// <summary>其他法人或组织。</summary>
    OtherOrg,
}
