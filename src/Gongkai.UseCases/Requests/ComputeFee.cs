using System.Globalization;
using Gongkai.Core.Fees;
using Gongkai.Storage;
using Gongkai.UseCases.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>算一件申请的信息处理费（国办函〔2020〕109号）：按件看同一申请人当月各渠道累计到第几件，按量看页数，只能择一。</summary>
public sealed class ComputeFee(GongkaiDb db, RequestDesk desk)
{
    /// <summary>页数最多多少，防笔误。</summary>
    public const int MostPages = 1_000_000;

    /// <summary>两种办法各是多少；由经办人择一。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件。</param>
    /// <param name="pages">拟提供多少页；还不知道为 0。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，资料已经销毁，或者收到日还没有确定。</exception>
    /// <exception cref="BadInputException">页数不对。</exception>
    public async Task<FeeQuote> RunAsync(Actor actor, Guid id, int pages, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.DemandSight(open.Row.AgencyId);
        BadInputException.ThrowIfAny(pages is < 0 or > MostPages ? [new InputProblem("Pages", "页数要在 0 至 1000000 之间。")] : []);
        var received = open.Request.ReceivedOn ?? throw new NoSuchThingException();
        var nth = await NthAsync(id, open.Row.AgencyId, received, cancellation);
        return new FeeQuote(new DateOnly(received.Year, received.Month, 1), nth, (int)ProcessingFee.ByPiece(nth), pages, (int)ProcessingFee.ByPages(pages));
    }

    // 同一机关、同一证件、同一自然月（按收到之日）；并入别件、已经拆开的不算一件，拆出的各算一件。先收到的在先，同日的按登记先后。
    private async Task<int> NthAsync(Guid id, int agency, DateOnly received, CancellationToken cancellation)
    {
        var person = await db.ApplicantVaults.AsNoTracking().Where(v => v.RequestId == id).Select(v => v.IdHash).SingleAsync(cancellation);
        if (person is null)
        {
            return 1;
        }

        // 并入别件的办结了而没有决定：计不计入表三都不收费。
        var open = RefoldRequests.OpenStages;
        var first = new DateOnly(received.Year, received.Month, 1);
        var next = first.AddMonths(1);
        var inMonth = await db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == agency && r.ReceivedOn >= first && r.ReceivedOn < next && (r.Id == id || (r.Fate != RequestDesk.NoFate && (r.Outcome != null || open.Contains(r.Stage)))) && db.ApplicantVaults.Any(v => v.RequestId == r.Id && v.IdHash == person))
            .Select(r => new { r.Id, r.ReceivedOn, r.SubmittedAt, r.Number })
            .ToListAsync(cancellation);
        return inMonth.OrderBy(r => r.ReceivedOn).ThenBy(r => r.SubmittedAt).ThenBy(r => r.Number, StringComparer.Ordinal).TakeWhile(r => r.Id != id).Count() + 1;
    }
}

/// <summary>算出的费，与怎样算出来的。</summary>
/// <param name="Month">按哪个月累计，那个月的一日。</param>
/// <param name="Nth">这一件是同一申请人当月的第几件。</param>
/// <param name="ByPieceYuan">按件计，这一件多少元。</param>
/// <param name="Pages">页数。</param>
/// <param name="ByPagesYuan">按量计多少元。</param>
public sealed record FeeQuote(DateOnly Month, int Nth, int ByPieceYuan, int Pages, int ByPagesYuan)
{
    /// <summary>多少元。</summary>
    public int Yuan(bool byPage) => byPage ? ByPagesYuan : ByPieceYuan;

    /// <summary>标准与计算过程，写进收费通知书。</summary>
    public string Calculation(bool byPage) => byPage ? OfPages() : OfPiece();

    private string OfPiece() => string.Create(CultureInfo.InvariantCulture,
        $"按件计收：{Month.Year}年{Month.Month}月内累计申请10件以下（含10件）的不收费，11至30件的部分每件100元，31件以上的部分每10件为一档、每档每件提高100元。本件为当月第{Nth}件，收费{ByPieceYuan}元");

    private string OfPages()
    {
        (int From, int To, int PerPage)[] tiers = [(30, 100, 10), (100, 200, 20), (200, int.MaxValue, 40)];
        var parts = tiers.Where(t => Pages > t.From).Select(t => (Count: Math.Min(Pages, t.To) - t.From, t.PerPage)).ToList();
        var sum = parts.Count == 0 ? "不收费" : $"{string.Join('＋', parts.Select(p => $"{p.Count}页×{p.PerPage}元"))}＝{ByPagesYuan}元";
        return $"按量计收：每件申请提供30页以下（含30页）的不收费，31至100页的部分每页10元，101至200页的部分每页20元，201页以上的部分每页40元。本件提供{Pages}页，{sum}";
    }
}
