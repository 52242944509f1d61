namespace Gongkai.Core.Requests;

/// <summary>要办的是哪一种事。</summary>
public enum RequestMatter
{
    /// <summary>政府信息公开申请（条例第二十七条）。</summary>
    Disclosure,

    /// <summary>要求更正与自身相关的记录（条例第四十一条）。条例没有规定期限，也不计入表三。</summary>
    RecordCorrection,
}

/// <summary>获取信息的方式（条例第四十条）。</summary>
public enum DeliveryForm
{
    /// <summary>纸质件。</summary>
    Paper,

    /// <summary>电子邮件。</summary>
    Email,

    /// <summary>在本站查看、下载。</summary>
    Online,

    /// <summary>复制电子数据。</summary>
    ElectronicCopy,

    /// <summary>现场查阅、抄录。</summary>
    Inspection,
}
