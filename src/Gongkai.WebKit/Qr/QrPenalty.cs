namespace Gongkai.WebKit.Qr;

/// <summary>掩模的罚分（ISO/IEC 18004 第 7.8.3 节）：分越低，越好扫。</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike = [true, false, true, true, true, false, true];

    public static int Of(bool[,] dark, int size)
    {
        var penalty = 0;
        for (var i = 0; i < size; i++)
        {
            var line = i;
            penalty += OfLine(size, at => dark[line, at]) + OfLine(size, at => dark[at, line]);
        }

        var total = 0;
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                total += dark[y, x] ? 1 : 0;
                if (x + 1 < size && y + 1 < size && dark[y, x] == dark[y, x + 1] && dark[y, x] == dark[y + 1, x] && dark[y, x] == dark[y + 1, x + 1])
                {
                    penalty += 3;
                }
            }
        }

        return penalty + Math.Abs(total * 20 - size * size * 10) / (size * size) * 10;
    }

    private static int OfLine(int size, Func<int, bool> at)
    {
        var (penalty, run) = (0, 1);
        for (var i = 1; i <= size; i++)
        {
            if (i < size && at(i) == at(i - 1))
            {
                run++;
                continue;
            }

            penalty += run >= 5 ? run - 2 : 0;
            run = 1;
        }

        for (var i = 0; i + FinderLike.Length <= size; i++)
        {
            if (LooksLikeFinder(at, i) && (IsLight(size, at, i - 4, i) || IsLight(size, at, i + 7, i + 11)))
            {
                penalty += 40;
            }
        }

        return penalty;
    }

    private static bool LooksLikeFinder(Func<int, bool> at, int from)
    {
        for (var i = 0; i < FinderLike.Length; i++)
        {
            if (at(from + i) != FinderLike[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLight(int size, Func<int, bool> at, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (i >= 0 && i < size && at(i))
            {
                return false;
            }
        }

        return true;
    }
}
