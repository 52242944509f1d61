using Gongkai.Core;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Cli.Deadlines;

/// <summary>要算的一件申请。</summary>
/// <param name="Id">编号，照录到结果里；没有时为 null。</param>
/// <param name="Channel">渠道；个人用法没有写时为 null。</param>
/// <param name="ReceivedOn">收到之日；还没有确认时为 null。</param>
/// <param name="Events">影响期限的事，按先后。</param>
/// <param name="AsOf">从哪一天看；null 为今天、收到之日与最后一件事中最晚的一天。</param>
internal sealed record DeadlineCase(string? Id, ReceiptChannel? Channel, DateOnly? ReceivedOn, IReadOnlyList<ClockEvent> Events, DateOnly? AsOf)
{
    /// <summary>算出期限；不合法的事不起作用，列出理由。</summary>
    public DeadlineAnswer Answer(ClockSettings settings, WorkingDayCalendar calendar, DateOnly today)
    {
        var clock = ReceivedOn is { } received ? ReplyClock.Received(received, settings) : ReplyClock.Unconfirmed(settings);
        List<RefusedEvent> refused = [];
        for (var i = 0; i < Events.Count; i++)
        {
            var reasons = clock.WhyNot(Events[i], calendar);
            if (reasons.Count == 0)
            {
                clock = clock.Recorded(Events[i]);
            }
            else
            {
                refused.Add(new RefusedEvent(i, reasons));
            }
        }

        var asOf = AsOf ?? Events.Select(e => e.On).Append(ReceivedOn ?? today).Append(today).Max();
        return new DeadlineAnswer(this, asOf, clock.At(asOf, calendar), refused);
    }
}

/// <summary>不合法的一件事。</summary>
/// <param name="Index">第几件，从 0 起。</param>
/// <param name="Reasons">全部理由。</param>
internal sealed record RefusedEvent(int Index, IReadOnlyList<Refusal> Reasons);

/// <summary>一件申请的期限。</summary>
/// <param name="Case">哪一件。</param>
/// <param name="AsOf">从哪一天看。</param>
/// <param name="Reading">期限与账。</param>
/// <param name="Refused">不合法的事。</param>
internal sealed record DeadlineAnswer(DeadlineCase Case, DateOnly AsOf, ClockReading Reading, IReadOnlyList<RefusedEvent> Refused);

/// <summary>写得不对的一处。</summary>
/// <param name="Field">哪一个字段，如 <c>events[1].on</c>；说的是整行时为空串。</param>
/// <param name="Message">哪里不对、应当怎样。</param>
internal sealed record FieldProblem(string Field, string Message);
