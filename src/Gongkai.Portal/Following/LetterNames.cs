using System.Text.Json;
using Gongkai.Letters;
using Gongkai.Storage.Rows;

namespace Gongkai.Portal.Following;

/// <summary>发给申请人的文书怎样称呼，与机关设置里给申请人的链接。</summary>
public static class LetterNames
{
    /// <summary>文书的称呼。</summary>
    public static string Of(string type) => Enum.TryParse<LetterType>(type, out var known) ? known switch
    {
        LetterType.Receipt => "接收回执",
        LetterType.SupplementNotice => "补正告知书",
        LetterType.ReasonsNotice => "说明理由告知书",
        LetterType.ExtensionNotice => "延期答复告知书",
        LetterType.DelayNotice => "延迟答复告知书",
        LetterType.ConsultationNoticeToApplicant => "征求意见告知书",
        LetterType.FeeNotice => "收费通知书",
        LetterType.RecordCorrected or LetterType.RecordNotCorrected or LetterType.RecordCorrectionTransferred or LetterType.RecordCorrectionReferred => "更正告知书",
        LetterType.ReplySupplementOverdue or LetterType.ReplyFeeOverdue or LetterType.ReplyWithdrawn => "告知书",
        _ when type.StartsWith("Reply", StringComparison.Ordinal) => "答复书",
        _ => "文书",
    } : "文书";

    /// <summary>在线申请行政复议的网址，取自机关的设置；没有、或者不是网址，为 null。</summary>
    public static string? ReconsiderationUrl(AgencyRow agency)
    {
        using var settings = JsonDocument.Parse(string.IsNullOrWhiteSpace(agency.Settings) ? "{}" : agency.Settings);
        return settings.RootElement.TryGetProperty("reconsiderationUrl", out var url) && url.ValueKind == JsonValueKind.String
            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? url.GetString()
            : null;
    }
}
