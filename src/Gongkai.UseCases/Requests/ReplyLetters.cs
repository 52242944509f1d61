using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests;

/// <summary>哪种决定用哪种答复书。</summary>
public static class ReplyLetters
{
    /// <summary>这种决定的答复书。</summary>
    public static LetterType For(Outcome outcome) => outcome switch
    {
        Outcome.AlreadyPublished => LetterType.ReplyAlreadyPublished,
        Outcome.Granted => LetterType.ReplyGranted,
        Outcome.PartlyGranted => LetterType.ReplyPartlyGranted,
        Outcome.StateSecret => LetterType.ReplyStateSecret,
        Outcome.ProhibitedByLaw => LetterType.ReplyProhibitedByLaw,
        Outcome.SecurityAndStability => LetterType.ReplySecurityAndStability,
        Outcome.ThirdPartyRights => LetterType.ReplyThirdPartyRights,
        Outcome.InternalAffairs => LetterType.ReplyInternalAffairs,
        Outcome.Deliberative => LetterType.ReplyDeliberative,
        Outcome.EnforcementFile => LetterType.ReplyEnforcementFile,
        Outcome.AdministrativeInquiry => LetterType.ReplyAdministrativeInquiry,
        Outcome.NotFound => LetterType.ReplyNotFound,
        Outcome.NotOurs => LetterType.ReplyNotResponsible,
        Outcome.NeedsCreation => LetterType.ReplyNeedsCreation,
        Outcome.UnclearAfterSupplement => LetterType.ReplyUnclearAfterSupplement,
        Outcome.Petition => LetterType.ReplyPetition,
        Outcome.Repeated => LetterType.ReplyRepeated,
        Outcome.Publication => LetterType.ReplyPublication,
        Outcome.Excessive => LetterType.ReplyExcessive,
        Outcome.Reconfirmation => LetterType.ReplyReconfirmation,
        Outcome.SupplementOverdue => LetterType.ReplySupplementOverdue,
        Outcome.FeeOverdue => LetterType.ReplyFeeOverdue,
        Outcome.Withdrawn => LetterType.ReplyWithdrawn,
        Outcome.OtherHandling => LetterType.ReplyOther,
        Outcome.RecordCorrected => LetterType.RecordCorrected,
        Outcome.RecordNotCorrected => LetterType.RecordNotCorrected,
        Outcome.RecordCorrectionTransferred => LetterType.RecordCorrectionTransferred,
        Outcome.RecordCorrectionReferred => LetterType.RecordCorrectionReferred,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
