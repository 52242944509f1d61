using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gongkai.Bench.Measuring;
using Gongkai.TestHost;

namespace Gongkai.Bench.Requests;

/// <summary>收申请的快慢。</summary>
/// <param name="Rate">经 HTTP，每秒几件。</param>
/// <param name="FloorRate">底线，每秒几件。</param>
/// <param name="Share">各轮比值的中位数。</param>
/// <param name="Median">一件用时的中位数，毫秒。</param>
/// <param name="Slow">第 99 百分位，毫秒。</param>
internal sealed record FilingSpeed(double Rate, double FloorRate, double Share, double Median, double Slow);

/// <summary>32 个客户经 HTTP 向门户提交填好的申请，与底线轮流量，每轮一个比值。</summary>
internal sealed class FilingLoad : IDisposable
{
    private const int Clients = 32;
    private const int RoundCount = 5;

    // 连着三段（每段两秒）各编译不到这么多方法，就是热透了；一直不静下来的，到这么多段为止，并说一声。
    private const int QuietMethods = 25;
    private const int QuietTurns = 3;
    private const int MostWarmingTurns = 25;

    private static readonly TimeSpan _floorWarming = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(2);

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Clients };
    private readonly HttpClient _http;
    private readonly FilledForms _forms;
    private int _likely = 2000;

    private FilingLoad(Uri address, FilledForms forms)
    {
        _http = new HttpClient(_handler) { BaseAddress = address };
        _forms = forms;
    }

    public static async Task<FilingSpeed> MeasureAsync(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var floorStore = await TestStore.CreateAsync(kind);
        await BenchAgency.AddAsync(store);
        await using var forms = new FilledForms(FilingServer.Build(store.Options), BenchAgency.DefaultPath);
        using var server = Start(store, out var address);
        try
        {
            using var load = new FilingLoad(address, forms);
            return await load.MeasureAsync(store, floorStore);
        }
        finally
        {
            server.StandardInput.Close();
            server.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private static Process Start(TestStore store, out Uri address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["requests", FilingServer.Verb, store.Options.DataFolder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[FilingServer.PostgresVariable] = store.Options.ConnectionString ?? "";
        var server = Process.Start(start)!;
        address = new Uri(server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The portal did not start."));
        return server;
    }

    private async Task<FilingSpeed> MeasureAsync(TestStore store, TestStore floorStore)
    {
        await WarmAsync();
        await using var floor = await FilingFloor.OpenAsync(store, floorStore);
        floor.Run(_floorWarming);
        List<double> rates = [], floors = [], latencies = [];
        for (var round = 0; round < RoundCount; round++)
        {
            floors.Add(floor.Run(_turn));
            rates.Add(await TurnAsync(latencies));
        }

        latencies.Sort();
        return new FilingSpeed(
            Rounds.Median(rates), Rounds.Median(floors), Rounds.Median(rates.Zip(floors, (rate, least) => rate / least)),
            latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)]);
    }

    private async Task WarmAsync()
    {
        var compiled = await CompiledAsync();
        for (int turn = 0, quiet = 0; turn < MostWarmingTurns; turn++)
        {
            await TurnAsync([]);
            var now = await CompiledAsync();
            quiet = now - compiled < QuietMethods ? quiet + 1 : 0;
            compiled = now;
            if (quiet == QuietTurns)
            {
                return;
            }
        }

        Console.WriteLine("The portal was still compiling when measured.");
    }

    private async Task<int> CompiledAsync() =>
        int.Parse(await _http.GetStringAsync(new Uri(FilingServer.CompiledPath, UriKind.Relative)), CultureInfo.InvariantCulture);

    /// <summary>一段：每秒收下几件；每件的毫秒数加进 <paramref name="latencies"/>。</summary>
    private async Task<double> TurnAsync(List<double> latencies)
    {
        var forms = new ConcurrentQueue<FilledForm>(await _forms.FillAsync(2 * _likely));
        var started = Stopwatch.GetTimestamp();
        var end = started + (long)(_turn.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => ClientAsync(forms, end))));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        latencies.AddRange(all.SelectMany(one => one));
        _likely = all.Sum(one => one.Count);
        return _likely / seconds;
    }

    private async Task<List<double>> ClientAsync(ConcurrentQueue<FilledForm> forms, long end)
    {
        List<double> milliseconds = [];
        while (Stopwatch.GetTimestamp() < end && forms.TryDequeue(out var form))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(form.Path, UriKind.Relative)) { Content = new ByteArrayContent(form.Body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", form.ContentType);
            request.Headers.Add("Cookie", form.Cookies);
            var started = Stopwatch.GetTimestamp();
            using var response = await _http.SendAsync(request);
            if (response.Headers.Location?.OriginalString is not { } location || !location.StartsWith("/follow/", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The portal answered {response.StatusCode}, to {response.Headers.Location}.");
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }
}

/// <summary>测量用的机关。</summary>
internal static class BenchAgency
{
    /// <summary>在网页路径里的那一段。</summary>
    public const string DefaultPath = "yjj";

    public static async Task<int> AddAsync(TestStore store, string path = DefaultPath)
    {
        await using var db = store.NewDb();
        var row = new Storage.Rows.AgencyRow { Name = "清溪县应急管理局", PagePath = path, LetterMark = "清应急", Kind = "Department", Settings = "{}", RetentionYears = 10 };
        db.Agencies.Add(row);
        await db.CommitAsync(new Storage.AuditEntry(store.Now, "system", null, "agency.add", path), CancellationToken.None);
        return row.Id;
    }
}
