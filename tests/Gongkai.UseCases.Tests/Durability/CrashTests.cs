using System.Globalization;
using Gongkai.TestHost;

namespace Gongkai.UseCases.Tests.Durability;

public class CrashTests
{
    private const int Rounds = 20;
    private const int PostgresRounds = 2;

    // 说过「已收下」的，进程在任何时刻被杀，一件也不能少。SQLite 二十次；PostgreSQL 杀的是网站，数据库还在，几次就够。
    [Theory]
    [EveryStore]
    public async Task A_request_once_acknowledged_survives_the_killing_of_the_program(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var rounds = kind == StoreKind.Sqlite ? Rounds : PostgresRounds;
        var (acknowledged, startup) = (0, 0);
        var next = NodeProcess.Start(office, FilingNode.Endless);
        try
        {
            for (var round = 1; round <= rounds; round++)
            {
                var victim = next;
                await victim.GoAsync();

                // 下一个在这一个忙着的时候热身：同一份库，两个进程。
                next = NodeProcess.Start(office, FilingNode.Endless);
                await using (victim)
                {
                    // 大多数回合等到它说过话再杀，机器再忙也不至于什么都没有证明；其余的随时杀。
                    if (round % 4 != 0)
                    {
                        await victim.SpokenAsync();
                    }

                    await Task.Delay(Random.Shared.Next(0, 300), TestContext.Current.CancellationToken);
                    var said = await victim.KillAsync();
                    startup += int.Parse(said[0][1], CultureInfo.InvariantCulture);
                    Register.Acknowledged[] told = [.. said.Where(w => w[0] == "filed").Select(Register.Acknowledged.Of)];
                    await using var node = office.Node();
                    await Register.VerifyAsync(node);
                    foreach (var one in told)
                    {
                        await Register.ReadAsync(node, one);
                    }

                    acknowledged += told.Length;
                }
            }
        }
        finally
        {
            await next.DisposeAsync();
        }

        await Register.WholeAsync(office);
        Assert.True(acknowledged >= rounds, $"Only {acknowledged} requests were acknowledged in {rounds} rounds: the load was too light to prove anything.");
        TestContext.Current.SendDiagnosticMessage($"{kind}: {acknowledged} acknowledged before {rounds} kills, none lost; {startup / rounds} ms of processor time to start a node.");
    }
}
