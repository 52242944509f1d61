using Gongkai.Core.Requests;

namespace Gongkai.UseCases.Requests;

/// <summary>要提交的一件申请：网上填的，或者经办人照纸件录入的。</summary>
public sealed record Filing
{
    /// <summary>这一次提交的标识：表单打开时发给，重复提交的是同一个，只收一件。</summary>
    public required Guid Once { get; init; }

    /// <summary>向哪个机关。</summary>
    public required int AgencyId { get; init; }

    /// <summary>渠道。</summary>
    public required ReceiptChannel Channel { get; init; }

    /// <summary>当面提交、签收或者到达之日；网上提交的不看它，就是今天。</summary>
    public DateOnly? On { get; init; }

    /// <summary>事项。</summary>
    public RequestMatter Matter { get; init; }

    /// <summary>申请人。</summary>
    public required ApplicantDetails Applicant { get; init; }

    /// <summary>所需信息的名称，一句话；显示在列表里。</summary>
    public required string Subject { get; init; }

    /// <summary>文号或者其他特征性描述。</summary>
    public required string Description { get; init; }

    /// <summary>获取信息的方式。</summary>
    public required DeliveryForm Delivery { get; init; }

    /// <summary>经办人照纸件录入、核对过：缺的、写错的申请表上就是这样。先收下，再告知补正（条例第三十条）；网上提交的不看它。</summary>
    public bool AsWritten { get; init; }

    /// <summary>附的文件：身份证明、授权委托书等。</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
}

/// <summary>传来的一个文件。</summary>
/// <param name="Purpose">作什么用：identity 身份证明、authorisation 授权委托、other 其他、supplement 补正。</param>
/// <param name="Name">文件名，照原样；不当作路径。</param>
/// <param name="Length">字节数。</param>
/// <param name="Open">打开内容，可以多次。</param>
public sealed record UploadedFile(string Purpose, string Name, long Length, Func<Stream> Open)
{
    /// <summary>存下之后的标识；null 为存的时候再给。</summary>
    internal Guid? Id { get; init; }
}

/// <summary>已收下的回执。</summary>
/// <param name="Id">编号。</param>
/// <param name="Number">登记编号。</param>
/// <param name="QueryCode">查询码。</param>
/// <param name="IsRepeat">是重复提交，先前那一次已经收下。</param>
public sealed record FilingReceipt(Guid Id, string Number, string QueryCode, bool IsRepeat);
