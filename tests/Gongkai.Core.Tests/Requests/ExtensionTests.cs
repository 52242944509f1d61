using Gongkai.Core.Requests;

namespace Gongkai.Core.Tests.Requests;

/// <summary>延长由负责人自己同意（条例第三十三条）。</summary>
public class ExtensionTests
{
    private static readonly DateOnly Monday = Given.Monday;
    private static readonly DateOnly Due = Given.Calendar.WorkingDaysAfter(Monday, 20).Date;

    [Fact]
    public void A_proposal_moves_nothing_and_the_heads_consent_does()
    {
        var request = Given.Registered();
        request.ProposeExtension(10, Given.Drafter, Monday);
        Assert.Equal((Due, RequestStage.ExtensionProposed), (request.DueOn(Monday), request.Stage));
        request.ApproveExtension(Given.Head, Monday.AddDays(1));
        Assert.Equal((Given.Calendar.WorkingDaysAfter(Monday, 30).Date, RequestStage.Handling), (request.DueOn(Monday.AddDays(1)), request.Stage));
        Assert.Equal(Given.Head.ToString("D"), Assert.Single(request.Events.OfType<ReplyPeriodExtended>()).ApprovedBy);
        Assert.Equal(["extension.second"], request.WhyNotProposeExtension(5, Monday.AddDays(1)).Codes());
    }

    [Fact]
    public void Consent_after_the_due_day_is_refused_however_early_the_proposal_was()
    {
        var request = Given.Registered();
        request.ProposeExtension(10, Given.Drafter, Monday);
        Assert.Empty(request.WhyNotApproveExtension(Given.Head, Due));
        Assert.Equal(["extension.overdue"], request.WhyNotApproveExtension(Given.Head, Due.AddDays(1)).Codes());
        Assert.Equal(Due, request.DueOn(Due.AddDays(1)));
    }

    [Fact]
    public void A_returned_proposal_leaves_the_date_and_may_be_made_again()
    {
        var request = Given.Registered();
        Assert.Equal(["extension.notProposed"], request.WhyNotApproveExtension(Given.Head, Monday).Codes());
        Assert.Equal(["extension.notProposed"], request.WhyNotReturnExtension(Monday).Codes());
        request.ProposeExtension(10, Given.Drafter, Monday);
        Assert.Equal(["extension.pending"], request.WhyNotProposeExtension(10, Monday).Codes());
        request.ReturnExtension(Given.Head, Monday);
        Assert.Equal((Due, RequestStage.Handling), (request.DueOn(Monday), request.Stage));
        Assert.Empty(request.WhyNotProposeExtension(5, Monday));
    }

    [Fact]
    public void What_the_clock_forbids_is_forbidden_to_propose()
    {
        Assert.Equal(["extension.tooLong"], Given.Registered().WhyNotProposeExtension(21, Monday).Codes());
        Assert.Equal(["extension.noDays"], Given.Registered().WhyNotProposeExtension(0, Monday).Codes());
        Assert.Equal(["request.notRegistered"], Given.Submitted().WhyNotProposeExtension(5, Monday).Codes());
    }

    [Fact]
    public void A_draft_sets_the_proposal_aside()
    {
        var request = Given.Registered();
        request.ProposeExtension(10, Given.Drafter, Monday);
        request.DraftReply(new Decision(Outcome.Granted), "d1", Given.Drafter, Monday);
        Assert.Null(request.ProposedExtension);
        request.ReturnDraft("d1", Given.Leader, Monday);
        Assert.Equal(RequestStage.Handling, request.Stage);
        Assert.Equal(["extension.notProposed"], request.WhyNotApproveExtension(Given.Head, Monday).Codes());
    }

    [Fact]
    public void An_old_record_without_a_proposal_still_folds()
    {
        RequestEvent[] old = [.. Given.Registered().Events, new ReplyPeriodExtended(Monday, 10, "负责人老王")];
        var request = DisclosureRequest.From(old, RequestSettings.Default, Given.Calendar);
        Assert.Equal((RequestStage.Handling, Given.Calendar.WorkingDaysAfter(Monday, 30).Date), (request.Stage, request.DueOn(Monday)));
    }
}
