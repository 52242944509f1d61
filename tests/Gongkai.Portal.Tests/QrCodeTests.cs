using System.Text;
using Gongkai.WebKit.Qr;

namespace Gongkai.Portal.Tests;

public sealed class QrCodeTests
{
    // 用另一个程序扫过，读得出这个网址；画法一变就对不上。
    private const string Scanned =
        "fe457f3fc145d9906e83ddabb74eddc5dbae2eaaec132de907faaaaafe00aeec00aa54cc09782b2678eb828894a00edcf13a"
        + "aaaaa2474f9fd196fb9f611f42b99e4afa3b5ce450334578d4a61328f434111b07b951134301c8a1ae7e090b86ab72ea6ab7"
        + "b4ccfd005b62c67f8a28eaf0457ff12bae1aafc5d37dd46eea66602b0421999afec5dcad1";

    [Fact]
    public void A_scanned_code_is_drawn_the_same() => Assert.Equal(Scanned, Hex(QrCode.Of("https://gk.example.cn/follow/qxyj-2026-00012"u8)));

    [Theory]
    [InlineData(14, 21)]
    [InlineData(15, 25)]
    [InlineData(26, 25)]
    [InlineData(42, 29)]
    [InlineData(62, 33)]
    [InlineData(84, 37)]
    [InlineData(106, 41)]
    [InlineData(122, 45)]
    [InlineData(152, 49)]
    [InlineData(180, 53)]
    [InlineData(213, 57)]
    public void The_smallest_version_that_holds_the_bytes_is_taken(int length, int size) => Assert.Equal(size, QrCode.Of(new byte[length]).Size);

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Throws<ArgumentException>(() => QrCode.Of(new byte[214]));

    [Fact]
    public void Every_code_has_its_three_finders_timing_and_dark_module()
    {
        for (var length = 1; length <= 213; length += 23)
        {
            var code = QrCode.Of(Encoding.ASCII.GetBytes(new string('a', length)));
            foreach (var (x, y) in new[] { (0, 0), (code.Size - 7, 0), (0, code.Size - 7) })
            {
                Assert.True(Enumerable.Range(0, 7).All(i => code.IsDark(x + i, y) && code.IsDark(x, y + i) && code.IsDark(x + i, y + 6) && code.IsDark(x + 6, y + i)));
                Assert.True(code.IsDark(x + 3, y + 3) && !code.IsDark(x + 1, y + 1));
            }

            Assert.All(Enumerable.Range(8, code.Size - 16), i => Assert.Equal(i % 2 == 0, code.IsDark(i, 6)));
            Assert.True(code.IsDark(8, code.Size - 8));
        }
    }

    private static string Hex(QrCode code) => string.Concat(Enumerable.Range(0, code.Size * code.Size).Chunk(4)
        .Select(chunk => chunk.Aggregate(0, (sum, i) => sum * 2 + (code.IsDark(i % code.Size, i / code.Size) ? 1 : 0)).ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
}
