using System.Diagnostics;
using System.Globalization;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>另一个进程里的节点，见 <see cref="FilingNode"/>。</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    // 机器忙的时候，两个进程一起热身也要好一会儿。
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly List<string> _lines = [];

    // 还没有说过收下一件的那几份库。
    private readonly HashSet<string> _silent;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private NodeProcess(Process process, int stores)
    {
        _process = process;
        _silent = [.. Enumerable.Range(0, stores).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>启动；还在热身。收到这几个机关的库里。</summary>
    public static NodeProcess Start(string mode, int count, params IReadOnlyList<Office> offices)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [FilingNode.Verb, mode, offices[0].Store.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FilingNode.StoresVariable] = string.Join('\n', offices.Select(o => $"{o.Store.Options.DataFolder}\t{o.Emergency}\t{o.Store.Options.ConnectionString}"));
        // 活不长的进程，用不着边跑边优化。
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (mode == FilingNode.Endless)
        {
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "600000";
        }

        return new NodeProcess(Process.Start(start)!, offices.Count);
    }

    /// <summary>热身好了，叫它开始。</summary>
    public async Task GoAsync()
    {
        await _ready.Task.WaitAsync(_patience);
        await _process.StandardInput.WriteAsync("go\n");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>等它在每一份库里都收下了一件。</summary>
    public Task SpokenAsync() => _spoken.Task.WaitAsync(_patience);

    /// <summary>SIGKILL，然后给出它来得及说完的各行（去掉结尾的 ok）。</summary>
    public async Task<IReadOnlyList<string[]>> KillAsync()
    {
        _process.Kill();
        return await LinesAsync();
    }

    /// <summary>等它做完。</summary>
    public async Task<IReadOnlyList<string[]>> FinishAsync()
    {
        var lines = await LinesAsync();
        Assert.True(_process.ExitCode == 0, await _errors);
        return lines;
    }

    /// <summary>各行里说第几份库的，它都写在最后。</summary>
    public static bool IsAbout(string[] words, int store) => words[^1] == store.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task<IReadOnlyList<string[]>> LinesAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _reading;
        return [.. _lines.Select(l => l.Split(' ')).Where(w => w[^1] == "ok").Select(w => w[..^1])];
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            _ready.TrySetResult();
            if (line.Split(' ') is ["filed", _, _, _, var store, _] && _silent.Remove(store) && _silent.Count == 0)
            {
                _spoken.TrySetResult();
            }
        }

        _spoken.TrySetException(new InvalidOperationException("The node said nothing."));

        if (_ready.Task.IsCompleted)
        {
            return;
        }

        _ready.TrySetException(new InvalidOperationException($"The node did not start: {await _errors}"));
    }
}
