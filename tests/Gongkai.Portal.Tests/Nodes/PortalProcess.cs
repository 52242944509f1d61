using System.Diagnostics;
using System.Globalization;
using Gongkai.TestHost;

namespace Gongkai.Portal.Tests.Nodes;

/// <summary>另一个进程里的门户，见 <see cref="PortalNode"/>。</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly Task<string> _errors;

    private PortalProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>启动，还没有听着。</summary>
    public static PortalProcess Start(TestStore store, DateTimeOffset now)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [PortalNode.Verb, store.Options.DataFolder, now.ToString("O", CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[PortalNode.PostgresVariable] = store.Options.ConnectionString;
        return new PortalProcess(Process.Start(start)!);
    }

    /// <summary>等它听着，给出地址。</summary>
    public async Task<Uri> AddressAsync() =>
        new(await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience) ?? throw new InvalidOperationException($"The portal did not start: {await _errors}"));

    /// <summary>叫它停下；给出它用了多少毫秒的处理器时间，与它报的错。</summary>
    public async Task<(int Processor, string Errors)> StopAsync()
    {
        _process.StandardInput.Close();
        var said = await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (int.Parse(said!, CultureInfo.InvariantCulture), await _errors);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
