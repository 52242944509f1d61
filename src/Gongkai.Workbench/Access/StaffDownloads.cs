using System.Globalization;
using Gongkai.UseCases.Auditing;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Access;

/// <summary>登录之后的下载：操作记录、督办的 csv。</summary>
public static class StaffDownloads
{
    private const string Type = "text/csv; charset=utf-8";

    /// <summary>加上各个去处。</summary>
    public static void MapStaffDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit/export.csv", async (HttpContext context, CurrentActor current, ReadAudit audit) =>
            Results.File(Audit(await audit.ExportAsync(current.Actor, Pages.Audit.IndexModel.FilterOf(context.Request.Query), context.RequestAborted)), Type, "操作记录.csv"));
        routes.MapGet("/oversight/agencies.csv", async (HttpContext context, CurrentActor current, OverseeAgencies oversee) =>
            Results.File(Oversight(await oversee.RunAsync(current.Actor, context.RequestAborted)), Type, "督办.csv"));
    }

    private static byte[] Audit(AuditPage page)
    {
        var csv = new Csv().Row("次序", "时间", "谁", "做了什么", "代号", "对什么", "机关", "详情", "杂凑");
        foreach (var line in page.Lines)
        {
            csv.Row(Number(line.Sequence), ChinaTime.Machine(new DateTimeOffset(line.At, TimeSpan.Zero)), line.Actor, line.ActionName, line.Action, line.Subject, line.Agency, line.Detail, line.Hash);
        }

        return csv.Row("链头", Number(page.HeadSequence), page.HeadHash).ToBytes();
    }

    private static byte[] Oversight(OversightView view)
    {
        var csv = new Csv().Row("机关", "今年收到", "没有办结", "本周到期", "逾期", "今年办结", "今年逾期答复", "平均用时（工作日）");
        foreach (var agency in view.Agencies)
        {
            csv.Row(
                agency.Name, Number(agency.Received), Number(agency.Open), Number(agency.DueThisWeek), Number(agency.Overdue), Number(agency.Concluded), Number(agency.Late),
                agency.AverageWorkingDays?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        }

        csv.Row().Row("逾期的申请编号", "机关", "收到", "期限", "逾期（工作日）", "办到哪一步");
        foreach (var late in view.Overdue)
        {
            csv.Row(late.Number, late.Agency, Day(late.ReceivedOn), Day(late.DueOn), Number(late.WorkingDaysLate), Say.Of(late.Stage));
        }

        csv.Row().Row("今年逾期答复的申请编号", "机关", "收到", "期限", "答复送达");
        foreach (var late in view.Late)
        {
            csv.Row(late.Number, late.Agency, Day(late.ReceivedOn), Day(late.DueOn), Day(late.ServedOn));
        }

        return csv.Row("算出的时刻", ChinaTime.Machine(new DateTimeOffset(view.At, TimeSpan.Zero))).ToBytes();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
