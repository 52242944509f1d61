namespace Gongkai.WebKit.Qr;

/// <summary>二维码（ISO/IEC 18004）：字节模式，纠错等级 M，版本 1 至 10。只用来写一个网址，所以不要别的模式。</summary>
public sealed class QrCode
{
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrCode(int version)
    {
        Size = version * 4 + 17;
        (_dark, _fixed) = (new bool[Size, Size], new bool[Size, Size]);
    }

    /// <summary>一边有几个模块。</summary>
    public int Size { get; }

    /// <summary>这一个模块是不是深色。</summary>
    /// <param name="x">列，自 0 起。</param>
    /// <param name="y">行，自 0 起。</param>
    public bool IsDark(int x, int y) => _dark[y, x];

    /// <summary>由若干字节作码，取放得下的最小版本，掩模取罚分最小的。</summary>
    /// <exception cref="ArgumentException">多于 213 个字节。</exception>
    public static QrCode Of(ReadOnlySpan<byte> content)
    {
        var version = 1;
        while (version <= QrData.LargestVersion && QrData.CapacityOf(version) < content.Length)
        {
            version++;
        }

        if (version > QrData.LargestVersion)
        {
            throw new ArgumentException("Too long for a QR code of version 10.", nameof(content));
        }

        var code = new QrCode(version);
        code.DrawPatterns(version);
        code.DrawCodewords(QrData.CodewordsOf(content, version));
        code.ApplyBestMask();
        return code;
    }

    private void Set(int x, int y, bool dark) => (_dark[y, x], _fixed[y, x]) = (dark, true);

    private void DrawPatterns(int version)
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(Size - 4, 3);
        DrawFinder(3, Size - 4);
        var centres = QrData.AlignmentCentres(version, Size);
        for (var i = 0; i < centres.Length; i++)
        {
            for (var j = 0; j < centres.Length; j++)
            {
                if (!((i == 0 && j == 0) || (i == 0 && j == centres.Length - 1) || (i == centres.Length - 1 && j == 0)))
                {
                    DrawAlignment(centres[i], centres[j]);
                }
            }
        }

        DrawFormat(0);
        DrawVersion(version);
    }

    private void DrawFinder(int x, int y)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var distance = Math.Max(Math.Abs(dx), Math.Abs(dy));
                if (x + dx >= 0 && x + dx < Size && y + dy >= 0 && y + dy < Size)
                {
                    Set(x + dx, y + dy, distance is not (2 or 4));
                }
            }
        }
    }

    private void DrawAlignment(int x, int y)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++)
            {
                Set(x + dx, y + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
            }
        }
    }

    private void DrawFormat(int mask)
    {
        var bits = QrData.FormatBits(mask);
        bool Bit(int i) => (bits >> i & 1) != 0;
        for (var i = 0; i <= 5; i++)
        {
            Set(8, i, Bit(i));
        }

        Set(8, 7, Bit(6));
        Set(8, 8, Bit(7));
        Set(7, 8, Bit(8));
        for (var i = 9; i < 15; i++)
        {
            Set(14 - i, 8, Bit(i));
        }

        for (var i = 0; i < 8; i++)
        {
            Set(Size - 1 - i, 8, Bit(i));
        }

        for (var i = 8; i < 15; i++)
        {
            Set(8, Size - 15 + i, Bit(i));
        }

        Set(8, Size - 8, true);
    }

    private void DrawVersion(int version)
    {
        if (version < 7)
        {
            return;
        }

        var bits = QrData.VersionBits(version);
        for (var i = 0; i < 18; i++)
        {
            var dark = (bits >> i & 1) != 0;
            var (far, near) = (Size - 11 + i % 3, i / 3);
            Set(far, near, dark);
            Set(near, far, dark);
        }
    }

    // 自右下起，两列一对，上下来回；第 6 列是定时线，跳过。
    private void DrawCodewords(byte[] codewords)
    {
        var at = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
            {
                right = 5;
            }

            for (var step = 0; step < Size; step++)
            {
                var y = (right + 1 & 2) == 0 ? Size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (!_fixed[y, x] && at < codewords.Length * 8)
                    {
                        _dark[y, x] = (codewords[at >> 3] >> (7 - (at & 7)) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private void ApplyBestMask()
    {
        var (best, least) = (0, int.MaxValue);
        for (var mask = 0; mask < 8; mask++)
        {
            Flip(mask);
            DrawFormat(mask);
            var penalty = QrPenalty.Of(_dark, Size);
            if (penalty < least)
            {
                (best, least) = (mask, penalty);
            }

            Flip(mask);
        }

        Flip(best);
        DrawFormat(best);
    }

    private void Flip(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                _dark[y, x] ^= !_fixed[y, x] && QrData.Masks(mask, x, y);
            }
        }
    }
}
