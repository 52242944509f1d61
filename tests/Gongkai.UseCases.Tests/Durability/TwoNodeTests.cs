using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>两个进程办同一份库里的事：抢着登记、各自登记、发文书。两种数据库同时各来一遍；几百件经门户的见 Portal 的测试。</summary>
public class TwoNodeTests
{
    /// <summary>两个节点都要去登记的申请，题目以此开头。</summary>
    public const string ContestedSubject = "两处都要登记的";

    private const int EachFiles = 16;
    private const int Contested = 5;

    [Fact]
    public async Task Two_nodes_on_one_database_lose_nothing_and_use_no_number_twice()
    {
        await using var both = await BothStores.OpenAsync();
        List<List<Guid>> contested = [];
        foreach (var office in both.Offices)
        {
            contested.Add([]);
            for (var n = 1; n <= Contested; n++)
            {
                var once = Guid.CreateVersion7();
                contested[^1].Add((await office.FileAsync(office.Filing(once: once, subject: $"{ContestedSubject}{n}", files: [.. Attached.Uploads(once)]))).Id);
            }
        }

        await using var first = NodeProcess.Start(FilingNode.Work, EachFiles, both.Offices);
        await using var second = NodeProcess.Start(FilingNode.Work, EachFiles, both.Offices);
        await Task.WhenAll(first.GoAsync(), second.GoAsync());
        string[][] said = [.. await first.FinishAsync(), .. await second.FinishAsync()];
        foreach (var (store, office) in both.Offices.Index())
        {
            await CheckAsync(office, contested[store], [.. said.Where(w => NodeProcess.IsAbout(w, store))]);
        }
    }

    private static async Task CheckAsync(Office office, List<Guid> contested, string[][] said)
    {
        Register.Acknowledged[] told = [.. said.Where(w => w[0] == "filed").Select(Register.Acknowledged.Of)];
        Assert.Equal(2 * EachFiles, told.Length);
        Assert.Equal(told.Length, told.Select(t => t.Number).Distinct().Count());
        Assert.Equal(contested.Order(), said.Where(w => w[0] == "won").Select(w => Guid.Parse(w[1])).Order());
        Assert.Equal(contested.Order(), said.Where(w => w[0] == "lost").Select(w => Guid.Parse(w[1])).Order());
        Register.Gapless(said.Where(w => w[0] == "letter").Select(w => w[1]));
        await using var node = office.Node();
        await Register.VerifyAsync(node);
        await Register.WholeAsync(office);
        foreach (var one in told)
        {
            await Register.ReadAsync(node, one);
        }

        await using var db = office.Store.NewDb();
        Assert.Equal((2 * 2 * EachFiles) + Contested, await db.Letters.CountAsync(TestContext.Current.CancellationToken));
    }
}
