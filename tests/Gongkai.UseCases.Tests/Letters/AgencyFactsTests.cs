using Gongkai.Letters.Facts;
using Gongkai.Letters.Remedies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Letters;

namespace Gongkai.UseCases.Tests.Letters;

/// <summary>由机关树推定向谁申请复议（行政复议法第二十四条）。</summary>
public sealed class AgencyFactsTests
{
    [Theory]
    [EveryStore]
    public async Task A_dispatched_office_is_reviewed_by_the_government_of_its_department_not_by_the_department(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var facts = await UnderAsync(office, office.Emergency, AgencyKind.DispatchedOffice);

        Assert.Equal("清溪县人民政府", facts.OwnGovernment);
        Assert.Null(facts.SuperiorGovernment);
        Assert.Contains("先向清溪县人民政府申请行政复议", Remedy(facts), StringComparison.Ordinal);
    }

    [Theory]
    [EveryStore]
    public async Task A_town_is_no_body_and_its_own_body_is_the_county(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = office.Store.NewDb();
        var county = (await db.Agencies.FindAsync([office.Emergency], TestContext.Current.CancellationToken))!.ParentId;
        var town = await AddAsync(office, county, AgencyKind.TownGovernment, "清溪县柳林镇人民政府");

        Assert.Equal("清溪县人民政府", (await OfAsync(office, town)).SuperiorGovernment);
        Assert.Equal("清溪县人民政府", (await UnderAsync(office, town.Id, AgencyKind.AuthorizedOrganization)).OwnGovernment);
    }

    [Theory]
    [EveryStore]
    public async Task An_office_set_up_by_district_names_both_governments_and_guesses_neither(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var under = await UnderAsync(office, office.Emergency, AgencyKind.DistrictDispatchedOffice, "{\"localGovernment\":\"望河区人民政府\"}");
        Assert.Contains("向清溪县人民政府或者望河区人民政府申请行政复议", Remedy(under), StringComparison.Ordinal);

        await using var db = office.Store.NewDb();
        var county = (await db.Agencies.FindAsync([office.Emergency], TestContext.Current.CancellationToken))!.ParentId!.Value;
        var direct = await UnderAsync(office, county, AgencyKind.DistrictDispatchedOffice, path: "fenju2");
        Assert.Equal(["本级人民政府", "所在地人民政府"], RemedyText.WhyNot("N5", Letter(direct)).Select(p => p.Element));
    }

    private static async Task<AgencyFacts> UnderAsync(Office office, int parent, AgencyKind kind, string settings = "{}", string path = "fenju") =>
        await OfAsync(office, await AddAsync(office, parent, kind, "清溪县应急管理局城关分局", settings, path));

    private static async Task<AgencyRow> AddAsync(Office office, int? parent, AgencyKind kind, string name, string settings = "{}", string path = "zhen")
    {
        await using var db = office.Store.NewDb();
        var row = new AgencyRow { Name = name, PagePath = path, Kind = kind.ToString(), ParentId = parent, Settings = settings };
        db.Agencies.Add(row);
        await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "agency.add", path), CancellationToken.None);
        return row;
    }

    private static async Task<AgencyFacts> OfAsync(Office office, AgencyRow row)
    {
        await using var db = office.Store.NewDb();
        return await new AgencyFactsOf(db).OfAsync(row, TestContext.Current.CancellationToken);
    }

    private static string Remedy(AgencyFacts agency) => RemedyText.Of("N5", Letter(agency), "你");

    private static LetterFacts Letter(AgencyFacts agency) => new() { Agency = agency, WrittenOn = new DateOnly(2026, 3, 2) };
}
