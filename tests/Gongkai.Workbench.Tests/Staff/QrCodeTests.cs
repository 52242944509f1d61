using Gongkai.WebKit.Qr;

namespace Gongkai.Workbench.Tests.Staff;

public class QrCodeTests
{
    [Theory]
    [InlineData(14, 21)]
    [InlineData(15, 25)]
    [InlineData(106, 41)]
    [InlineData(180, 53)]
    [InlineData(181, 57)]
    [InlineData(213, 57)]
    public void The_smallest_version_that_holds_the_bytes_is_taken(int length, int side) =>
        Assert.Equal(side, QrCode.Encode(new byte[length]).GetLength(0));

    [Fact]
    public void What_does_not_fit_is_refused() => Assert.Throws<ArgumentException>(() => QrCode.Encode(new byte[214]));
}
