using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Durability;

public class CrashTests
{
    private const int Rounds = 20;

    // 每几回合有一回合不等，随时杀。
    private const int Unawaited = 4;

    // 说过「已收下」的，进程在任何时刻被杀，一件也不能少。一个进程同时往两种数据库里收，所以杀一次，两种各被杀一次。
    [Fact]
    public async Task A_request_once_acknowledged_survives_the_killing_of_the_program_in_either_database()
    {
        await using var both = await BothStores.OpenAsync();
        var offices = both.Offices;
        ServiceProvider[] nodes = [.. offices.Select(o => o.Node())];
        var acknowledged = new int[offices.Count];
        var startup = 0;
        var next = NodeProcess.Start(FilingNode.Endless, 0, offices);
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                var victim = next;
                await victim.GoAsync();

                // 下一个在这一个忙着的时候热身：同样的库，两个进程。
                next = NodeProcess.Start(FilingNode.Endless, 0, offices);
                await using (victim)
                {
                    // 大多数回合等到它在两种库里都说过话再杀，机器再忙也不至于什么都没有证明；其余的随时杀。
                    if (round % Unawaited != 0)
                    {
                        await victim.SpokenAsync();
                    }

                    await Task.Delay(Random.Shared.Next(0, 150), TestContext.Current.CancellationToken);
                    var said = await victim.KillAsync();
                    startup += int.Parse(said[0][1], CultureInfo.InvariantCulture);
                    foreach (var filed in said.Where(w => w[0] == "filed"))
                    {
                        var store = int.Parse(filed[4], CultureInfo.InvariantCulture);
                        await Register.ReadAsync(nodes[store], Register.Acknowledged.Of(filed));
                        acknowledged[store]++;
                    }

                    foreach (var node in nodes)
                    {
                        await Register.VerifyAsync(node);
                    }
                }
            }
        }
        finally
        {
            await next.DisposeAsync();
        }

        foreach (var (office, node) in offices.Zip(nodes))
        {
            await Register.WholeAsync(office);
            await node.DisposeAsync();
        }

        Assert.All(acknowledged, count => Assert.True(count >= Rounds - (Rounds / Unawaited), $"Only {count} requests were acknowledged in {Rounds} rounds: the load was too light to prove anything."));
        TestContext.Current.SendDiagnosticMessage($"{string.Join(" and ", acknowledged)} acknowledged before {Rounds} kills, none lost; {startup / Rounds} ms of processor time to start a node.");
    }
}
