using Gongkai.Storage;
using Gongkai.UseCases.Demo;

namespace Gongkai.Cli.Tests;

/// <summary>一个填好的虚构县：填一次，几个类的测试都用。</summary>
[CollectionDefinition(nameof(County))]
public sealed class County : IAsyncLifetime, ICollectionFixture<County>
{
    /// <summary>随机的填几件。</summary>
    public const int Requests = 8;

    private readonly TemporaryFolder _folder = new();

    public string Data => _folder["data"];

    internal string this[string name] => _folder[name];

    public async ValueTask InitializeAsync()
    {
        var options = new StorageOptions { DataFolder = Data };
        await StorageStart.PrepareAsync(options, CancellationToken.None);
        await DemoData.EnsureAsync(options, TimeProvider.System, _ => { }, CancellationToken.None, Requests);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
