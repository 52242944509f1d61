using Gongkai.Letters;

namespace Gongkai.UseCases.Requests;

/// <summary>哪些文书是给申请人的。</summary>
public static class LetterAudience
{
    /// <summary>给申请人的：回执、各种告知书、收费通知与答复书；不含征求意见、协办、内部审批的。</summary>
    public static bool IsForApplicant(string type) => Parse(type) is not (
        LetterType.RegisterSheet or LetterType.ThirdPartyConsultation or LetterType.PublicInterestNotice or LetterType.CoProducerConsultation
        or LetterType.AgencyAssistance or LetterType.ApprovalForm or LetterType.SearchRecord or LetterType.TransferSlip or LetterType.ServiceReceipt);

    /// <summary>答复书、更正告知书：送达之后申请人才看得到。</summary>
    public static bool IsReply(string type) => Parse(type) is >= LetterType.ReplyAlreadyPublished
        or LetterType.RecordCorrected or LetterType.RecordNotCorrected or LetterType.RecordCorrectionTransferred or LetterType.RecordCorrectionReferred;

    /// <summary>要送达才作数的：答复书、更正告知书。告知撤回、不再处理的不在内，发出就是告知。</summary>
    public static bool IsServed(string type) => IsReply(type) && Parse(type) is not (LetterType.ReplyWithdrawn or LetterType.ReplySupplementOverdue or LetterType.ReplyFeeOverdue);

    private static LetterType Parse(string type) => Enum.Parse<LetterType>(type);
}
