using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests;

public class DisclosureRequestTests
{
    private static readonly DateOnly Monday = Given.Monday;

    [Theory]
    [InlineData(ReceiptChannel.Counter, RequestStage.Received)]
    [InlineData(ReceiptChannel.RegisteredPost, RequestStage.Received)]
    [InlineData(ReceiptChannel.Internet, RequestStage.Received)]
    [InlineData(ReceiptChannel.OrdinaryPost, RequestStage.AwaitingConfirmation)]
    [InlineData(ReceiptChannel.Fax, RequestStage.AwaitingConfirmation)]
    [InlineData(ReceiptChannel.Email, RequestStage.AwaitingConfirmation)]
    public void The_channel_decides_whether_receipt_waits_for_confirmation(ReceiptChannel channel, RequestStage stage) =>
        Assert.Equal(stage, Given.Submitted(channel).Stage);

    [Fact]
    public void A_region_may_confirm_internet_requests_by_hand_and_the_clock_waits()
    {
        var request = Given.Submitted(settings: new RequestSettings(confirmsInternetAtOnce: false));
        Assert.Null(request.DueOn(Monday));
        request.Confirm(Monday.AddDays(1), Monday.AddDays(1));
        Assert.Equal(Monday.AddDays(1), request.ReceivedOn);
        Assert.NotNull(request.DueOn(Monday.AddDays(1)));
    }

    [Fact]
    public void Receipt_cannot_be_confirmed_before_the_letter_came_nor_in_the_future()
    {
        var request = Given.Submitted(ReceiptChannel.Fax);
        Assert.Equal(["request.beforeSubmission"], request.WhyNotConfirm(Monday.AddDays(-1), Monday).Codes());
        Assert.Equal(["request.inFuture"], request.WhyNotConfirm(Monday.AddDays(1), Monday).Codes());
    }

    [Fact]
    public void Twenty_working_days_from_the_day_after_receipt() =>
        Assert.Equal(new DateOnly(2025, 10, 24), Given.Registered().DueOn(Monday));

    [Fact]
    public void Nothing_is_handled_before_it_is_registered() =>
        Assert.Equal(["request.notRegistered"], Given.Submitted().WhyNotAskForSupplement(10, Monday).Codes());

    [Fact]
    public void A_supplement_restarts_the_clock()
    {
        var request = Given.Registered();
        request.AskForSupplement(10, new DateOnly(2025, 9, 25));
        Assert.Null(request.DueOn(new DateOnly(2025, 9, 26)));
        request.ReceiveSupplement(new DateOnly(2025, 9, 30));
        Assert.Equal(Given.Calendar.WorkingDaysAfter(new DateOnly(2025, 9, 30), 20).Date, request.DueOn(new DateOnly(2025, 9, 30)));
        Assert.Equal(["supplement.second"], request.WhyNotAskForSupplement(5, new DateOnly(2025, 9, 30)).Codes());
    }

    [Fact]
    public void What_lapses_is_closed_by_its_own_outcome()
    {
        var request = Given.Registered();
        request.AskForSupplement(5, new DateOnly(2025, 9, 25), new DateOnly(2025, 9, 25));
        Assert.Equal(["lapse.notLapsed"], request.WhyNotLapse(new DateOnly(2025, 9, 26)).Codes());
        request.Lapse(new DateOnly(2025, 10, 20));
        Assert.Equal((RequestStage.Concluded, Outcome.SupplementOverdue), (request.Stage, request.CountedOutcome));
    }

    [Fact]
    public void An_unpaid_fee_lapses_as_unpaid_and_not_as_unsupplemented()
    {
        var request = Given.Registered();
        request.NotifyFee(200, 12, false, Monday, Monday);
        request.Lapse(new DateOnly(2025, 11, 20));
        Assert.Equal(Outcome.FeeOverdue, request.CountedOutcome);
    }

    [Fact]
    public void A_third_party_that_objects_with_reason_stops_disclosure_until_overridden()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.ThirdParty, Monday, Monday);
        Assert.Equal(["reply.consultationOpen"], request.WhyNotDraft(new Decision(Outcome.Granted), Monday).Codes());
        request.AnswerConsultation("k1", ConsultationPosition.ObjectsWithReason, new DateOnly(2025, 9, 25));
        Assert.Equal(["reply.objectionStands"], request.WhyNotDraft(new Decision(Outcome.Granted), new DateOnly(2025, 9, 25)).Codes());
        Assert.Equal(["reply.objectionStands"], request.WhyNotDraft(Partly(Outcome.InternalAffairs), new DateOnly(2025, 9, 25)).Codes());
        Assert.Empty(request.WhyNotDraft(Partly(Outcome.InternalAffairs, Outcome.ThirdPartyRights), new DateOnly(2025, 9, 25)));
        request.OverrideObjection("k1", new DateOnly(2025, 9, 26));
        Assert.Empty(request.WhyNotDraft(Partly(Outcome.InternalAffairs), new DateOnly(2025, 9, 26)));
        Assert.Empty(request.WhyNotDraft(new Decision(Outcome.Granted), new DateOnly(2025, 9, 26)));
    }

    [Theory]
    [InlineData(ConsultedParty.ThirdParty)]
    [InlineData(ConsultedParty.CoProducer)]
    public void Who_is_asked_for_consent_cannot_merely_have_replied(ConsultedParty to)
    {
        var request = Given.Registered();
        request.SendConsultation("k1", to, Monday, Monday);
        Assert.Equal(["consultation.positionMissing"], request.WhyNotAnswerConsultation("k1", ConsultationPosition.Informs, new DateOnly(2025, 9, 25)).Codes());
        Assert.DoesNotContain(ConsultationPosition.Informs, ConsultationPositions.For(to));
    }

    [Fact]
    public void An_assisting_agency_only_replies()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.OtherAgency, Monday, Monday);
        Assert.Empty(request.WhyNotAnswerConsultation("k1", ConsultationPosition.Informs, new DateOnly(2025, 9, 25)));
        Assert.Equal([ConsultationPosition.Informs], ConsultationPositions.For(ConsultedParty.OtherAgency));
    }

    [Fact]
    public void A_third_party_that_agrees_in_part_forbids_the_rest()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.ThirdParty, Monday, Monday);
        request.AnswerConsultation("k1", ConsultationPosition.AgreesInPart, new DateOnly(2025, 9, 25));
        Assert.Equal(["reply.objectionStands"], request.WhyNotDraft(new Decision(Outcome.Granted), new DateOnly(2025, 9, 25)).Codes());
        var partly = new Decision(Outcome.PartlyGranted, parts: [new DecisionPart(Outcome.Granted), new DecisionPart(Outcome.ThirdPartyRights)]);
        Assert.Empty(request.WhyNotDraft(partly, new DateOnly(2025, 9, 25)));
        Assert.Empty(request.WhyNotOverrideObjection("k1", new DateOnly(2025, 9, 26)));
    }

    private static Decision Partly(params IEnumerable<Outcome> withheld) =>
        new(Outcome.PartlyGranted, parts: [new DecisionPart(Outcome.Granted), .. withheld.Select(o => new DecisionPart(o))]);

    [Fact]
    public void Silence_is_recorded_only_after_fifteen_working_days()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.CoProducer, Monday, Monday);
        Assert.Equal(["request.silenceTooEarly"], request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, new DateOnly(2025, 10, 10)).Codes());
        Assert.Empty(request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, new DateOnly(2025, 10, 20)));
    }

    [Fact]
    public void Another_agency_has_no_deadline_so_its_silence_means_nothing()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.OtherAgency, Monday, Monday);
        Assert.Contains("request.silenceTooEarly", request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, new DateOnly(2025, 12, 1)).Codes());
    }

    [Theory]
    [InlineData(Outcome.NotFound, "reply.searchRecordMissing")]
    [InlineData(Outcome.UnclearAfterSupplement, "reply.notSupplemented")]
    [InlineData(Outcome.Excessive, "reply.reasonsNotHeard")]
    [InlineData(Outcome.Repeated, "reply.earlierRequestMissing")]
    [InlineData(Outcome.PartlyGranted, "reply.partlyNeedsBoth")]
    [InlineData(Outcome.Withdrawn, "reply.notByReply")]
    public void An_outcome_without_its_ground_is_refused(Outcome outcome, string code) =>
        Assert.Equal([code], Given.Registered().WhyNotDraft(new Decision(outcome), Monday).Codes());

    [Fact]
    public void Granting_one_part_and_refusing_another_is_partial_disclosure_and_nothing_else()
    {
        var mixed = new Decision(Outcome.Granted, parts: [new DecisionPart(Outcome.ThirdPartyRights)]);
        Assert.Equal(["reply.mustBePartly"], Given.Registered().WhyNotDraft(mixed, Monday).Codes());
        var partly = new Decision(Outcome.PartlyGranted, parts: [new DecisionPart(Outcome.Granted), new DecisionPart(Outcome.ThirdPartyRights)]);
        Assert.Empty(Given.Registered().WhyNotDraft(partly, Monday));
        Assert.True(partly.RefusesByArticles14To16);
    }

    [Fact]
    public void Where_the_region_splits_mixtures_they_must_be_split_first()
    {
        var request = Given.Registered(new RequestSettings(mixed: MixedOutcomes.Split));
        Assert.Equal(["reply.splitFirst"], request.WhyNotDraft(new Decision(Outcome.NeedsCreation, parts: [new DecisionPart(Outcome.NotOurs)]), Monday).Codes());
        request.Split([Guid.NewGuid(), Guid.NewGuid()], Monday);
        var part = DisclosureRequest.PartOf(request, Guid.NewGuid(), isFirst: false, Monday);
        Assert.Equal((RequestStage.Handling, request.ReceivedOn), (part.Stage, part.ReceivedOn));
        Assert.Null(RequestFate.Of(request));
        Assert.NotNull(RequestFate.Of(part));
    }

    [Fact]
    public void A_new_draft_voids_the_reviews_and_the_leader_signs_only_what_was_reviewed()
    {
        var request = Given.Registered();
        request.DraftReply(new Decision(Outcome.Granted), "d1", Given.Drafter, Monday);
        request.Review(ReviewKind.Legal, true, Given.Reviewer, Monday);
        request.Review(ReviewKind.Secrecy, true, Given.Reviewer, Monday);
        request.DraftReply(new Decision(Outcome.Granted), "d2", Given.Drafter, Monday);
        Assert.Equal(["sign.draftChanged", "sign.legalReviewMissing", "sign.secrecyReviewMissing"], request.WhyNotSign("d1", Given.Leader).Codes());
    }

    [Fact]
    public void Nobody_reviews_or_signs_the_own_draft()
    {
        var request = Given.Registered();
        request.DraftReply(new Decision(Outcome.Granted), "d1", Given.Drafter, Monday);
        Assert.Equal(["review.ownDraft"], request.WhyNotReview(ReviewKind.Legal, Given.Drafter).Codes());
        Assert.Contains("sign.ownDraft", request.WhyNotSign("d1", Given.Drafter).Codes());
    }

    [Fact]
    public void A_courier_is_no_postal_service_and_electronic_service_must_be_asked_for()
    {
        var request = Given.Signed(delivery: DeliveryForm.Paper);
        Assert.Equal(["service.notPostal"], request.WhyNotServe(ServiceMode.Post, false, Monday).Codes());
        Assert.Equal(["service.electronicNotAsked"], request.WhyNotServe(ServiceMode.Electronic, false, Monday).Codes());
        Assert.Empty(request.WhyNotServe(ServiceMode.Post, true, Monday));
    }

    [Fact]
    public void A_redo_within_the_year_changes_the_counted_outcome_and_later_not()
    {
        var request = Given.Served(Outcome.NotOurs);
        request.OrderRedo(RedoCause.Reconsideration, 20, new DateOnly(2025, 11, 3));
        Assert.Equal(Given.Calendar.WorkingDaysAfter(new DateOnly(2025, 11, 3), 20).Date, request.DueOn(new DateOnly(2025, 11, 3)));
        Answer(request, new DateOnly(2025, 11, 20));
        Assert.Equal((Outcome.Granted, Monday.AddDays(1)), (request.CountedOutcome, request.ConcludedOn));

        request.OrderRedo(RedoCause.Judgment, 20, new DateOnly(2026, 2, 2));
        Answer(request, new DateOnly(2026, 2, 10), Outcome.NeedsCreation);
        Assert.Equal((Outcome.Granted, Outcome.NeedsCreation), (request.CountedOutcome, request.LatestOutcome));
    }

    [Fact]
    public void A_concluded_request_can_neither_be_withdrawn_nor_extended()
    {
        var request = Given.Served();
        Assert.Equal(["request.concluded"], request.WhyNotWithdraw().Codes());
        Assert.Equal(["request.concluded"], request.WhyNotProposeExtension(5, Monday.AddDays(2)).Codes());
    }

    [Fact]
    public void Events_survive_json_and_fold_to_the_same_request()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.ThirdParty, Monday, Monday);
        request.AnswerConsultation("k1", ConsultationPosition.Agrees, new DateOnly(2025, 9, 26));
        request.Extend(10, new DateOnly(2025, 9, 26));
        request.DraftReply(new Decision(Outcome.PartlyGranted, "第三十七条", [new DecisionPart(Outcome.Granted), new DecisionPart(Outcome.Deliberative)]), "d1", Given.Drafter, new DateOnly(2025, 9, 26));
        var kept = request.Events.Select(e => JsonSerializer.Deserialize<RequestEvent>(JsonSerializer.Serialize(e))!).ToList();
        var again = DisclosureRequest.From(kept, RequestSettings.Default, Given.Calendar);
        Assert.Equal(request.DueOn(new DateOnly(2025, 9, 26)), again.DueOn(new DateOnly(2025, 9, 26)));
        Assert.Equal((request.Stage, 2), (again.Stage, again.Draft!.Decision.Parts.Count));
        Assert.Empty(again.Fresh);
    }

    [Fact]
    public void What_was_split_or_merged_uncounted_never_counts_again_even_archived()
    {
        var merged = Given.Registered(new RequestSettings(merged: MergedRequests.NotCounted));
        merged.MergeInto(Guid.NewGuid(), Monday);
        merged.PutIntoArchive("YSQ", 10, Monday);
        var split = Given.Registered();
        split.Split([Guid.NewGuid(), Guid.NewGuid()], Monday);
        split.PutIntoArchive("YSQ", 10, Monday);
        Assert.All(new[] { merged, split }, r => Assert.Null(RequestFate.Of(r)));
        var counted = Given.Registered();
        counted.MergeInto(Guid.NewGuid(), Monday);
        counted.PutIntoArchive("YSQ", 10, Monday.AddDays(1));
        Assert.Equal(("other.other", Monday), (RequestFate.Of(counted)!.Value.Row, RequestFate.Of(counted)!.Value.ConcludedOn));
        Assert.All(new[] { merged, split, counted }, r => Assert.Contains("request.concluded", r.WhyNotRedo(20, Monday).Codes()));
    }

    [Fact]
    public void Refusals_under_different_remedies_do_not_share_a_letter()
    {
        var mixed = new Decision(Outcome.NotOurs, parts: [new DecisionPart(Outcome.InternalAffairs)]);
        Assert.Equal(["reply.remediesDiffer"], Given.Registered().WhyNotDraft(mixed, Monday).Codes());
        var secretly = new Decision(Outcome.StateSecret, parts: [new DecisionPart(Outcome.Granted)]);
        Assert.Equal(["reply.mustBePartly"], Given.Registered().WhyNotDraft(secretly, Monday).Codes());
        var nothingWithheld = new Decision(Outcome.PartlyGranted, parts: [new DecisionPart(Outcome.Granted), new DecisionPart(Outcome.NotFound)]);
        Assert.Contains("reply.partlyNeedsBoth", Given.Registered().WhyNotDraft(nothingWithheld, Monday).Codes());
    }

    [Fact]
    public void The_extension_notice_knows_the_date_before_and_after_even_while_consulting()
    {
        var request = Given.Registered();
        request.Extend(10, Monday);
        Assert.Equal((new DateOnly(2025, 10, 24), Given.Calendar.WorkingDaysAfter(Monday, 30).Date), (request.ExpectedDueOn(Monday, beforeExtension: true), request.ExpectedDueOn(Monday)));
        var asked = Given.Registered();
        asked.SendConsultation("k1", ConsultedParty.OtherAgency, Monday, Monday);
        Assert.Null(asked.DueOn(Monday.AddDays(1)));
        Assert.NotNull(asked.ExpectedDueOn(Monday.AddDays(1)));
    }

    [Fact]
    public void The_expected_date_is_provisional_even_while_the_clock_stands_and_each_date_for_itself()
    {
        var december = new DateOnly(2025, 12, 1);
        var request = DisclosureRequest.Submit(new Submitted(december, ReceiptChannel.Internet, RequestMatter.Disclosure, ApplicantKind.Person, DeliveryForm.Online), RequestSettings.Default, Given.Calendar);
        request.Register(december);
        request.SendConsultation("k1", ConsultedParty.OtherAgency, december, december);
        var later = december.AddDays(14);
        Assert.False(request.ReadClock(later).IsProvisional);
        Assert.True(request.ExpectedDue(later)!.Value.IsProvisional);

        var early = DisclosureRequest.Submit(new Submitted(new DateOnly(2025, 11, 24), ReceiptChannel.Internet, RequestMatter.Disclosure, ApplicantKind.Person, DeliveryForm.Online), RequestSettings.Default, Given.Calendar);
        early.Register(december);
        early.Extend(10, december);
        Assert.Equal(
            (new DueDate(new DateOnly(2025, 12, 22), false), true),
            (early.ExpectedDue(december, beforeExtension: true)!.Value, early.ExpectedDue(december)!.Value.IsProvisional));
    }

    [Fact]
    public void A_delay_is_fixed_once_and_only_while_the_clock_runs()
    {
        var request = Given.Registered();
        request.AskForReasons(5, Monday);
        request.ReceiveReasons(true, Monday);
        Assert.Contains("delay.tooLate", request.WhyNotDelay(new DateOnly(2026, 3, 1), new DateOnly(2026, 1, 5)).Codes());
        request.DelayReply(new DateOnly(2025, 12, 1), Monday);
        Assert.Contains("delay.second", request.WhyNotDelay(new DateOnly(2026, 1, 1), Monday).Codes());
        Assert.Equal(["request.daysOutOfRange"], Given.Registered().WhyNotAskForSupplement(500_000, Monday).Codes());
    }

    [Fact]
    public void A_redo_starts_clean_of_delays_and_open_consultations()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.ThirdParty, Monday, Monday);
        request.Withdraw(Monday);
        request.OrderRedo(RedoCause.OwnCorrection, 20, Monday.AddDays(1));
        Assert.Empty(request.WhyNotDraft(new Decision(Outcome.Granted), Monday.AddDays(1)));
        Assert.Null(request.Delay);
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var all = typeof(RequestRefusals).GetFields().Select(f => (Refusal)f.GetValue(null)!);
        Assert.All(all, refusal => Assert.EndsWith("。", refusal.Text, StringComparison.Ordinal));
    }

    private static void Answer(DisclosureRequest request, DateOnly on, Outcome outcome = Outcome.Granted)
    {
        request.DraftReply(new Decision(outcome), "again", Given.Drafter, on);
        request.Review(ReviewKind.Legal, true, Given.Reviewer, on);
        request.Review(ReviewKind.Secrecy, true, Given.Reviewer, on);
        request.Sign("again", Given.Leader, on);
        request.Serve(ServiceMode.Electronic, false, "", on);
    }
}
