namespace Gongkai.WebKit.Qr;

/// <summary>二维码的格子：定位图形、数据、掩模。</summary>
internal sealed class QrGrid
{
    private readonly int _version;
    private readonly int _size;
    private readonly bool[,] _black;
    private readonly bool[,] _isFunction;

    private QrGrid(int version)
    {
        (_version, _size) = (version, (version * 4) + 17);
        (_black, _isFunction) = (new bool[_size, _size], new bool[_size, _size]);
    }

    /// <summary>这一版能放几个数据格。</summary>
    public static int DataModules(int version)
    {
        var result = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var aligned = (version / 7) + 2;
            result -= (((25 * aligned) - 10) * aligned) - 55;
            result -= version >= 7 ? 36 : 0;
        }

        return result;
    }

    /// <summary>放好，取最均匀的掩模。</summary>
    public static bool[,] Place(int version, byte[] words)
    {
        var best = Enumerable.Range(0, 8).Select(mask => Masked(version, words, mask)).MinBy(g => g.Penalty())!;
        return best._black;
    }

    private static QrGrid Masked(int version, byte[] words, int mask)
    {
        var grid = new QrGrid(version);
        grid.DrawFunctions();
        grid.DrawFormat(mask);
        grid.DrawWords(words);
        grid.ApplyMask(mask);
        return grid;
    }

    private void Set(int x, int y, bool black) => (_black[y, x], _isFunction[y, x]) = (black, true);

    private void DrawFunctions()
    {
        for (var i = 0; i < _size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(_size - 4, 3);
        DrawFinder(3, _size - 4);
        var at = Alignments();
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++)
            {
                if (!((i == 0 && j == 0) || (i == 0 && j == at.Length - 1) || (i == at.Length - 1 && j == 0)))
                {
                    DrawAlignment(at[i], at[j]);
                }
            }
        }

        DrawVersion();
    }

    private void DrawFinder(int x, int y)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var (distance, px, py) = (Math.Max(Math.Abs(dx), Math.Abs(dy)), x + dx, y + dy);
                if (px >= 0 && px < _size && py >= 0 && py < _size)
                {
                    Set(px, py, distance is not 2 and not 4);
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

    private int[] Alignments()
    {
        if (_version == 1)
        {
            return [];
        }

        var count = (_version / 7) + 2;
        var step = ((_version * 8) + (count * 3) + 5) / ((count * 4) - 4) * 2;
        var result = new int[count];
        result[0] = 6;
        for (int i = count - 1, position = _size - 7; i >= 1; i--, position -= step)
        {
            result[i] = position;
        }

        return result;
    }

    private void DrawVersion()
    {
        if (_version < 7)
        {
            return;
        }

        var rest = _version;
        for (var i = 0; i < 12; i++)
        {
            rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        }

        var bits = (_version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var black = ((bits >> i) & 1) != 0;
            Set(_size - 11 + (i % 3), i / 3, black);
            Set(i / 3, _size - 11 + (i % 3), black);
        }
    }

    // 中等纠错的代号是 0，所以数据就是掩模的号。
    private void DrawFormat(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((mask << 10) | rest) ^ 0x5412;
        bool Bit(int i) => ((bits >> i) & 1) != 0;
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
            Set(_size - 1 - i, 8, Bit(i));
        }

        for (var i = 8; i < 15; i++)
        {
            Set(8, _size - 15 + i, Bit(i));
        }

        Set(8, _size - 8, true);
    }

    private void DrawWords(byte[] words)
    {
        var i = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var vertical = 0; vertical < _size; vertical++)
            {
                for (var j = 0; j < 2; j++)
                {
                    var x = right - j;
                    var y = ((right + 1) & 2) == 0 ? _size - 1 - vertical : vertical;
                    if (!_isFunction[y, x] && i < words.Length * 8)
                    {
                        _black[y, x] = ((words[i >> 3] >> (7 - (i & 7))) & 1) != 0;
                        i++;
                    }
                }
            }
        }
    }

    private void ApplyMask(int mask)
    {
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
            {
                var flips = mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
                _black[y, x] ^= flips && !_isFunction[y, x];
            }
        }
    }

    // 标准的四条罚分里，前两条与黑白之比足以避开难认的图；取哪个掩模都认得出，只是好认的程度不同。
    private int Penalty()
    {
        var (penalty, dark) = (0, 0);
        for (var i = 0; i < _size; i++)
        {
            penalty += Runs(j => _black[i, j]) + Runs(j => _black[j, i]);
            for (var j = 0; j < _size; j++)
            {
                dark += _black[i, j] ? 1 : 0;
                if (i > 0 && j > 0 && _black[i, j] == _black[i - 1, j] && _black[i, j] == _black[i, j - 1] && _black[i, j] == _black[i - 1, j - 1])
                {
                    penalty += 3;
                }
            }
        }

        return penalty + (Math.Abs((dark * 20) - (_size * _size * 10)) / (_size * _size) * 10);
    }

    private int Runs(Func<int, bool> at)
    {
        var (penalty, run) = (0, 1);
        for (var i = 1; i <= _size; i++)
        {
            if (i < _size && at(i) == at(i - 1))
            {
                run++;
                continue;
            }

            penalty += run >= 5 ? run - 2 : 0;
            run = 1;
        }

        return penalty;
    }
}
