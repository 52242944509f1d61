using Gongkai.Storage.Sealing;

namespace Gongkai.Storage.Tests;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class MasterKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-keys-").FullName;

    private string KeysPath => Path.Combine(_folder, "a", "data.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_is_for_its_owner_only_and_a_looser_one_is_refused()
    {
        var keys = MasterKeys.OpenOrCreate(KeysPath);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeysPath));
        keys.AddVersion();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeysPath));
        File.SetUnixFileMode(KeysPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<KeysFileException>(() => MasterKeys.Open(KeysPath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_starting_at_once_agree_on_one_file()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => MasterKeys.OpenOrCreate(KeysPath).Secret(1))));

        Assert.All(all, secret => Assert.Equal(all[0], secret));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeysPath)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":"gongkai.keys/1","current":1,"search":"AAAA","versions":{"1":"AAAA"}}""")]
    [InlineData("""{"schema":"gongkai.keys/1","current":2,"search":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","versions":{"1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}""")]
    public void A_damaged_file_is_refused_and_left_alone(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeysPath)!);
        File.WriteAllText(KeysPath, content);
        File.SetUnixFileMode(KeysPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Throws<KeysFileException>(() => MasterKeys.OpenOrCreate(KeysPath));
        Assert.Equal(content, File.ReadAllText(KeysPath));
    }

    [Fact]
    public void The_current_version_cannot_be_removed()
    {
        var keys = MasterKeys.OpenOrCreate(KeysPath);

        Assert.Throws<InvalidOperationException>(() => keys.Remove(1));
        Assert.Equal(2, keys.AddVersion());
        keys.Remove(1);
        Assert.Throws<KeysFileException>(() => keys.Secret(1));
    }
}
