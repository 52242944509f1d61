using Gongkai.Core.Requests;

namespace Gongkai.UseCases.Requests;

/// <summary>予以公开、又要在网上或者用邮件提供的，答复里得有可以提供的文件，否则办结了申请人什么也拿不到。</summary>
public static class FilesToProvide
{
    /// <summary>这样决定、这样获取的，是不是要附文件。</summary>
    public static bool Expects(Outcome outcome, DeliveryForm delivery) =>
        outcome is Outcome.Granted or Outcome.PartlyGranted && delivery is DeliveryForm.Online or DeliveryForm.Email;

    /// <summary>缺文件，又没有写明用别的办法提供；没有毛病为空。</summary>
    /// <param name="outcome">这一稿的决定。</param>
    /// <param name="request">申请。</param>
    /// <param name="wording">这一稿的用词。</param>
    /// <param name="files">附了几个要提供的文件。</param>
    public static IReadOnlyList<InputProblem> Problems(Outcome outcome, DisclosureRequest request, LetterWording wording, int files)
    {
        if (files > 0 || !Expects(outcome, request.Submission.Delivery))
        {
            return [];
        }

        if (!wording.HandedOverOtherwise)
        {
            return [new InputProblem("HandedOverOtherwise", $"还没有附要公开的文件，送达之后申请人什么也拿不到（获取方式：{Say.Of(request.Submission.Delivery)}）。请先在申请页附上要提供的信息；不附文件、用别的办法提供的，请勾选“不附文件，另行提供”并写明怎样提供。")];
        }

        return string.IsNullOrWhiteSpace(wording.AccessRoute)
            ? [new InputProblem("AccessRoute", "不附文件、另行提供的，请写明获取的方式、途径，如领取的窗口、寄送的办法。")]
            : [];
    }
}
