using System.Diagnostics;
using System.Globalization;
using System.Net;
using Gongkai.Bench.Measuring;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.TestHost;

namespace Gongkai.Bench.Requests;

/// <summary>收申请的快慢。</summary>
/// <param name="Rate">经 HTTP，每秒几件。</param>
/// <param name="FloorRate">底线，每秒几件。</param>
/// <param name="Share">各轮比值的中位数。</param>
/// <param name="Median">一件用时的中位数，毫秒。</param>
/// <param name="Slow">第 99 百分位，毫秒。</param>
internal sealed record FilingSpeed(double Rate, double FloorRate, double Share, double Median, double Slow);

/// <summary>32 个客户经 HTTP 提交，与底线轮流量，每轮一个比值。</summary>
internal static class FilingLoad
{
    private const int Clients = 32;
    private const int RoundCount = 5;

    private static readonly TimeSpan _warming = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(2);

    public static async Task<FilingSpeed> MeasureAsync(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var floorStore = await TestStore.CreateAsync(kind);
        var agency = await BenchAgency.AddAsync(store);
        using var server = Start(store, out var address);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = Clients };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(address) };
        try
        {
            await TurnAsync(http, agency, _warming);
            await using var floor = await FilingFloor.OpenAsync(store, floorStore);
            floor.Run(_warming);
            List<double> rates = [], floors = [], latencies = [];
            for (var round = 0; round < RoundCount; round++)
            {
                floors.Add(floor.Run(_turn));
                var turn = await TurnAsync(http, agency, _turn);
                rates.Add(turn.Count / _turn.TotalSeconds);
                latencies.AddRange(turn);
            }

            latencies.Sort();
            return new FilingSpeed(
                Rounds.Median(rates), Rounds.Median(floors), Rounds.Median(rates.Zip(floors, (rate, least) => rate / least)),
                latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)]);
        }
        finally
        {
            server.StandardInput.Close();
            server.WaitForExit();
        }
    }

    private static Process Start(TestStore store, out string address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["requests", FilingServer.Verb, store.Options.DataFolder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[FilingServer.PostgresVariable] = store.Options.ConnectionString ?? "";
        var server = Process.Start(start)!;
        address = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The filing server did not start.");
        return server;
    }

    private static async Task<List<double>> TurnAsync(HttpClient http, int agency, TimeSpan length)
    {
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => ClientAsync(http, agency, client, end))));
        return [.. all.SelectMany(one => one)];
    }

    private static async Task<List<double>> ClientAsync(HttpClient http, int agency, int client, long end)
    {
        List<double> milliseconds = [];
        while (Stopwatch.GetTimestamp() < end)
        {
            var started = Stopwatch.GetTimestamp();
            using var form = new FormUrlEncodedContent(Form(agency, client, milliseconds.Count));
            using var response = await http.PostAsync(new Uri("/requests", UriKind.Relative), form);
            if (response.StatusCode != HttpStatusCode.SeeOther)
            {
                throw new InvalidOperationException($"The filing server answered {response.StatusCode}.");
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }

    private static Dictionary<string, string> Form(int agency, int client, int number) => new()
    {
        ["Once"] = Guid.CreateVersion7().ToString("D"),
        ["AgencyId"] = agency.ToString(CultureInfo.InvariantCulture),
        ["Name"] = "张小三",
        ["Kind"] = nameof(ApplicantKind.Person),
        ["IdKind"] = "居民身份证",
        ["IdNumber"] = ResidentNumber.WithCheckDigit(string.Create(CultureInfo.InvariantCulture, $"99019919{50 + client}0101{number % 1000:000}")),
        ["Telephone"] = "19900001234",
        ["Email"] = "applicant@mail.example",
        ["Address"] = "清溪县青年路1号",
        ["Subject"] = "2025年防汛物资采购合同",
        ["Description"] = "请求公开2025年防汛物资采购的合同文本，包括附件与验收材料，制作机关为清溪县应急管理局，文号不详。",
        ["Delivery"] = nameof(DeliveryForm.Online),
    };
}

/// <summary>测量用的机关。</summary>
internal static class BenchAgency
{
    public static async Task<int> AddAsync(TestStore store, string path = "yjj")
    {
        await using var db = store.NewDb();
        var row = new Storage.Rows.AgencyRow { Name = "清溪县应急管理局", PagePath = path, LetterMark = "清应急", Kind = "Department", Settings = "{}", RetentionYears = 10 };
        db.Agencies.Add(row);
        await db.CommitAsync(new AuditEntry(store.Now, "system", null, "agency.add", path), CancellationToken.None);
        return row.Id;
    }
}
