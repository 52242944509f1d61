using System.Text;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Files;
using Gongkai.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

public sealed class FileStoreTests : IDisposable
{
    private static readonly CancellationToken _never = CancellationToken.None;
    private readonly string _root = Directory.CreateTempSubdirectory("gongkai-files-").FullName;

    private string[] AllFiles => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_file_reads_back_under_the_hash_of_its_bytes()
    {
        var store = new FileStore(_root);

        var stored = await store.AddAsync(Content("abc"), 3, _never);
        var again = await store.AddAsync(Content("abc"), 3, _never);

        Assert.Equal(("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", 3L), (stored.Address, stored.Length));
        Assert.Equal(stored.Address, again.Address);
        await using var content = await store.OpenAsync(stored.Address, _never);
        Assert.Equal("abc", await new StreamReader(content).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(stored.Address, Assert.Single(store.List()).Address);
        Assert.Single(AllFiles);
    }

    [Fact]
    public async Task Too_large_a_file_leaves_no_trace()
    {
        var store = new FileStore(_root);

        var refused = await Assert.ThrowsAsync<FileTooLargeException>(() => store.AddAsync(new EndlessStream(), 1_000_000, _never));

        Assert.Equal(1_000_000, refused.MaxBytes);
        Assert.Empty(AllFiles);
    }

    [Fact]
    public async Task A_broken_upload_leaves_no_trace()
    {
        var store = new FileStore(_root);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync(Content("abc"), 100, cancelled.Token));
        Assert.Empty(AllFiles);
    }

    [Fact]
    public async Task A_changed_or_lost_file_is_not_given_out()
    {
        var store = new FileStore(_root);
        var stored = await store.AddAsync(Content("abc"), 100, _never);
        await File.WriteAllTextAsync(AllFiles.Single(), "abd", TestContext.Current.CancellationToken);

        Assert.False((await Assert.ThrowsAsync<FileDamagedException>(() => store.OpenAsync(stored.Address, _never))).IsMissing);
        store.Remove(stored.Address);
        store.Remove(stored.Address);
        Assert.True((await Assert.ThrowsAsync<FileDamagedException>(() => store.OpenAsync(stored.Address, _never))).IsMissing);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0")]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e\n")]
    [InlineData("66/../f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e０")]
    public async Task Nothing_but_a_hash_becomes_a_path(string address)
    {
        var store = new FileStore(_root);

        await Assert.ThrowsAsync<FormatException>(() => store.OpenAsync(address, _never));
        Assert.Throws<FormatException>(() => store.Remove(address));
        Assert.Throws<FormatException>(() => store.Exists(address));
        Assert.Throws<FormatException>(() => store.RemoveIfOlder(address, DateTime.MaxValue));
    }

    [Fact]
    public async Task A_file_stored_again_meanwhile_is_not_swept()
    {
        var store = new FileStore(_root);
        var stored = await store.AddAsync(Content("abc"), 100, _never);

        Assert.False(store.RemoveIfOlder(stored.Address, stored.WrittenAt.AddDays(-1)));
        Assert.True(store.Exists(stored.Address));
        Assert.True(store.RemoveIfOlder(stored.Address, stored.WrittenAt.AddDays(1)));
        Assert.False(store.RemoveIfOlder(stored.Address, stored.WrittenAt.AddDays(1)));
    }

    [Theory, EveryStore]
    public async Task The_sweep_takes_what_no_attachment_uses_and_nothing_else(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        var used = await VaultTests.AttachAsync(store, request);
        var orphan = (await store.Files.AddAsync(Content("no request came of it"), 100, _never)).Address;
        var unfinished = Path.Combine(store.Options.FilesFolder, "incoming", "left");
        await File.WriteAllTextAsync(unfinished, "half", TestContext.Current.CancellationToken);
        var sweep = store.Services.GetRequiredService<FileSweep>();
        // 文件的时刻是真的，时钟是假的：先拨到文件之前，再拨到很久以后。
        Assert.Equal(0, await sweep.RunAsync(TimeSpan.FromDays(1), _never));
        store.Clock.Advance(TimeSpan.FromDays(36500));

        Assert.Equal(2, await sweep.RunAsync(TimeSpan.FromDays(1), _never));

        Assert.True(store.Files.Exists(used));
        Assert.False(store.Files.Exists(orphan));
        Assert.False(File.Exists(unfinished));
        Assert.Empty((await store.Services.GetRequiredService<StorageCheck>().RunAsync(_never)).Problems);
        store.Files.Remove(used);
        Assert.Contains(used, Assert.Single((await store.Services.GetRequiredService<StorageCheck>().RunAsync(_never)).Problems), StringComparison.Ordinal);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
