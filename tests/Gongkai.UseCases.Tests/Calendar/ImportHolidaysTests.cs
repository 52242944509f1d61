using Gongkai.Core.Calendar;
using Gongkai.Reports;
using Gongkai.TestHost;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;

namespace Gongkai.UseCases.Tests.Calendar;

/// <summary>导入的通知进没有办结的申请的期限，记下动了什么，别的节点也看得到。</summary>
public sealed class ImportHolidaysTests
{
    private const string Notice = "date,name,is_off_day\n2027-01-01,元旦,true\n2027-01-02,元旦,true\n2027-01-03,元旦,true\n2027-01-04,元旦,true\n2027-05-01,劳动节,true\n2027-10-01,国庆节,true\n2027-10-02,国庆节,true\n2027-10-03,国庆节,true\n";

    [Theory]
    [EveryStore]
    public async Task A_notice_moves_the_dates_it_reaches_and_a_second_import_takes_its_place(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        office.Store.Clock.Advance(new DateTimeOffset(2026, 12, 14, 9, 0, 0, TimeSpan.FromHours(8)) - office.Store.Clock.GetUtcNow());
        var receipt = await office.FileAsync();
        var before = (await office.FoldAsync(receipt.Id)).Row.DueOn!.Value;
        await Assert.ThrowsAsync<NotAllowedException>(() => ImportAsync(office, office.Officer, Notice));
        await Assert.ThrowsAsync<BadInputException>(() => ImportAsync(office, Actor.Operator, "date,name,is_off_day\n2027-13-01,元旦,true"));

        var moved = Assert.Single(await ImportAsync(office, Actor.Operator, Notice));
        var after = (await office.FoldAsync(receipt.Id)).Row.DueOn!.Value;
        Assert.Equal((before, (DateOnly?)after), (moved.Before, moved.After));
        Assert.True(after > before);
        await using var node = office.Node();
        var calendar = await Office.AskAsync<LawBook, WorkingDayCalendar>(node, l => l.CalendarAsync(CancellationToken.None).AsTask());
        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 1, 4)));
        Assert.Equal(PublishedHolidays.Calendar.Notices.Count + 1, calendar.Notices.Count);
        var record = Assert.Single((await office.AskAsync<ImportHolidays, IReadOnlyList<MovedRecord>?>(i => i.LastMovedAsync(Actor.Operator, 2027, CancellationToken.None)))!);
        Assert.Equal(receipt.Number, record.Number);

        await ImportAsync(office, Actor.Operator, Notice.Replace("2027-01-04,元旦,true\n", "", StringComparison.Ordinal));
        Assert.True((await office.FoldAsync(receipt.Id)).Row.DueOn < after);
        await using var db = office.Store.NewDb();
        Assert.Single(db.HolidayNotices);
    }

    private static Task<IReadOnlyList<MovedDate>> ImportAsync(Office office, Actor actor, string text) =>
        office.AskAsync<ImportHolidays, IReadOnlyList<MovedDate>>(i => i.RunAsync(actor, new HolidayFile(2027, "国务院办公厅关于2027年部分节假日安排的通知", "", text), CancellationToken.None));
}
