using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Core.Tests.Calendar;

namespace Gongkai.Core.Tests.Requests.Clock;

public class ReplyClockTests
{
    private static readonly WorkingDayCalendar Calendar = Published.Calendar;
    private static readonly ReplyClock March = ReplyClock.Received(Day("2025-03-03"), ClockSettings.Default);

    [Fact]
    public void A_second_extension_is_refused_and_says_why()
    {
        var extended = March.Extend(new Extension(20, "公开办负责人"), Day("2025-03-20"), Calendar);
        Assert.Equal([new Refusal("extension.second")], extended.WhyNotExtend(new Extension(5, "公开办负责人"), Day("2025-03-21"), Calendar));
        var refused = Assert.Throws<RefusedException>(() => extended.Extend(new Extension(5, "公开办负责人"), Day("2025-03-21"), Calendar));
        Assert.Equal([new Refusal("extension.second")], refused.Reasons);
        Assert.Contains("第三十三条", refused.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_does_not_change_under_its_reader()
    {
        March.Extend(new Extension(20, "公开办负责人"), Day("2025-03-20"), Calendar);
        Assert.Equal(Day("2025-03-31"), March.At(Day("2025-03-20"), Calendar).DueOn);
        Assert.Empty(March.Events);
    }

    [Fact]
    public void Each_act_moves_the_clock_as_its_event_does()
    {
        var reading = March
            .AskForSupplement(10, Day("2025-03-05"), Calendar)
            .ReceiveSupplement(Day("2025-03-06"), Calendar)
            .AskForReasons(Day("2025-03-06"), Calendar)
            .ReceiveReasons(Day("2025-03-07"), Calendar)
            .SendConsultation("k1", ConsultedParty.CoProducer, null, Day("2025-03-10"), Calendar)
            .AnswerConsultation("k1", Day("2025-03-12"), Calendar)
            .NotifyFee(Day("2025-03-13"), Day("2025-03-13"), Calendar)
            .PayFee(Day("2025-03-14"), Calendar)
            .Extend(new Extension(1, "公开办负责人"), Day("2025-03-17"), Calendar)
            .At(Day("2025-03-17"), Calendar);
        Assert.Equal((ClockState.Running, Day("2025-03-14"), Day("2025-04-15")), (reading.State, reading.StartedOn!.Value, reading.DueOn!.Value));
    }

    [Fact]
    public void Why_not_and_the_act_agree_for_every_act()
    {
        var waiting = March.AskForSupplement(10, Day("2025-03-05"), Calendar);
        var on = Day("2025-03-06");
        Refusal[] notAwaited = [new("event.notAwaited")];
        Assert.Equal(notAwaited, waiting.WhyNotSendConsultation("k1", ConsultedParty.ThirdParty, null, on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotAnswerConsultation("k1", on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotExtend(new Extension(20, "公开办负责人"), on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotNotifyFee(on, on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotPayFee(on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotAskForReasons(on, Calendar));
        Assert.Equal(notAwaited, waiting.WhyNotReceiveReasons(on, Calendar));
        Assert.Equal([new("event.notAwaited"), new("supplement.second")], waiting.WhyNotAskForSupplement(10, on, Calendar));
        Assert.Empty(waiting.WhyNotReceiveSupplement(on, Calendar));
    }

    [Fact]
    public void The_last_day_that_is_waited_for_is_told()
    {
        Assert.Equal(Day("2025-03-19"), March.AskForSupplement(10, Day("2025-03-05"), Calendar).At(Day("2025-03-05"), Calendar).LatestOn);
        Assert.Equal(Day("2025-04-01"), March.SendConsultation("k1", ConsultedParty.ThirdParty, Day("2025-03-11"), Day("2025-03-10"), Calendar).At(Day("2025-03-11"), Calendar).LatestOn);
        Assert.Null(March.SendConsultation("k1", ConsultedParty.OtherAgency, null, Day("2025-03-10"), Calendar).At(Day("2025-03-11"), Calendar).LatestOn);
        Assert.Null(March.At(Day("2025-03-05"), Calendar).LatestOn);
    }

    [Fact]
    public void An_unconfirmed_request_has_no_date_and_nothing_can_happen_to_it()
    {
        var clock = ReplyClock.Unconfirmed(ClockSettings.Default);
        var reading = clock.At(Day("2025-03-03"), Calendar);
        Assert.Equal((ClockState.Unconfirmed, null, null), (reading.State, reading.DueOn, reading.ReceivedOn));
        Assert.Empty(reading.Ledger);
        Assert.Equal([new Refusal("event.outOfOrder")], clock.WhyNotPayFee(Day("2025-03-03"), Calendar));
        Assert.Throws<InvalidOperationException>(() => clock.Recorded(new ClockEvent.FeePaid(Day("2025-03-03"))));
    }

    [Fact]
    public void A_region_may_resume_after_payment_instead_of_starting_again()
    {
        var clock = ReplyClock.Received(Day("2025-03-03"), ClockSettings.Default with { FeePaid = FeePaidEffect.Resume })
            .NotifyFee(Day("2025-03-10"), Day("2025-03-10"), Calendar)
            .PayFee(Day("2025-03-14"), Calendar);
        var reading = clock.At(Day("2025-03-14"), Calendar);
        Assert.Equal((Day("2025-03-03"), Day("2025-04-07")), (reading.StartedOn!.Value, reading.DueOn!.Value));
    }

    [Fact]
    public void A_region_may_suspend_while_reasons_are_awaited()
    {
        var clock = ReplyClock.Received(Day("2025-03-03"), ClockSettings.Default with { ReasonsRequestSuspends = true }).AskForReasons(Day("2025-03-10"), Calendar);
        Assert.Equal(ClockState.Suspended, clock.At(Day("2025-03-11"), Calendar).State);
        Assert.Equal(Day("2025-04-07"), clock.ReceiveReasons(Day("2025-03-14"), Calendar).At(Day("2025-03-14"), Calendar).DueOn);
    }

    [Fact]
    public void A_region_may_count_the_day_itself() =>
        Assert.Equal(Day("2025-03-28"), ReplyClock.Received(Day("2025-03-03"), ClockSettings.Default with { CountsFromNextDay = false }).At(Day("2025-03-03"), Calendar).DueOn);

    [Fact]
    public void When_a_notice_arrives_the_same_clock_gives_the_new_date()
    {
        var clock = ReplyClock.Received(Day("2026-12-10"), ClockSettings.Default);
        var before = clock.At(Day("2026-12-10"), Calendar);
        var after = clock.At(Day("2026-12-10"), Calendar.With(new HolidayNotice(2027, [new NamedDay(Day("2027-01-01"), "元旦")], [], "")));
        Assert.Equal((Day("2027-01-07"), true), (before.DueOn!.Value, before.IsProvisional));
        Assert.Equal((Day("2027-01-08"), false), (after.DueOn!.Value, after.IsProvisional));
    }

    [Fact]
    public void The_ledger_names_holidays_make_up_days_consultations_and_the_extension()
    {
        var ledger = ReplyClock.Received(Day("2025-09-25"), ClockSettings.Default)
            .SendConsultation("k1", ConsultedParty.ThirdParty, null, Day("2025-10-13"), Calendar)
            .AnswerConsultation("k1", Day("2025-10-15"), Calendar)
            .Extend(new Extension(3, "公开办负责人"), Day("2025-10-20"), Calendar)
            .At(Day("2025-10-20"), Calendar).Ledger;
        Assert.Equal(new LedgerLine(Day("2025-09-28"), Day("2025-09-28"), LedgerReason.MakeUp, 1, "国庆节、中秋节"), ledger[3]);
        Assert.Contains(new LedgerLine(Day("2025-10-01"), Day("2025-10-08"), LedgerReason.Holiday, 0, "国庆节、中秋节"), ledger);
        Assert.Contains(new LedgerLine(Day("2025-10-14"), Day("2025-10-15"), LedgerReason.Consultation, 2, "k1"), ledger);
        Assert.Contains(new LedgerLine(Day("2025-10-20"), Day("2025-10-20"), LedgerReason.Extension, 3), ledger);
        Assert.Equal(new LedgerLine(Day("2025-11-05"), Day("2025-11-05"), LedgerReason.Due, 0), ledger[^1]);
    }

    [Fact]
    public void What_was_once_lawful_is_recorded_again_without_judging()
    {
        var clock = March.Recorded(new ClockEvent.Extended(Day("2025-04-30"), new Extension(20, "公开办负责人")));
        Assert.Equal(Day("2025-04-28"), clock.At(Day("2025-04-30"), Calendar).DueOn);
    }

    [Theory]
    [InlineData(ReceiptChannel.Counter, "2025-03-01")]
    [InlineData(ReceiptChannel.RegisteredPost, "2025-03-02")]
    [InlineData(ReceiptChannel.OrdinaryPost, "2025-03-03")]
    [InlineData(ReceiptChannel.Internet, "2025-03-03")]
    [InlineData(ReceiptChannel.Fax, "2025-03-03")]
    [InlineData(ReceiptChannel.Email, "2025-03-03")]
    public void The_channel_decides_which_day_is_the_receipt(ReceiptChannel channel, string day)
    {
        Assert.Equal(Day(day), ReceiptDay.Of(channel, Day("2025-03-01"), Day("2025-03-02"), Day("2025-03-03")));
        Assert.Null(ReceiptDay.Of(channel, null, null, null));
    }

    [Fact]
    public void Every_refusal_text_is_Chinese_and_cites_its_article()
    {
        Assert.All(RefusalText.Codes.Where(c => c.Split('.')[0] is "supplement" or "extension" or "consultation" or "reasons" or "fee" or "event"), code => Assert.Matches("《条例》第|〕109号第", RefusalText.Of(code)));
        Assert.Throws<ArgumentException>(() => RefusalText.Of("no.such"));
    }

    private static DateOnly Day(string text) => Published.Day(text);
}
