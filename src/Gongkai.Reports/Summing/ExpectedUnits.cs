namespace Gongkai.Reports.Summing;

/// <summary>应报单位名录里的一个单位。</summary>
/// <param name="Name">名称。</param>
/// <param name="Aliases">别的叫法：简称、旧称。</param>
public sealed record ExpectedUnit(string Name, IReadOnlyList<string> Aliases);

/// <summary>应报单位名录。名称折叠（空白、标点、全角、繁体）之后一样才算，别的叫法要写明。</summary>
public sealed class ExpectedUnits
{
    /// <summary>名录至多多少个单位。</summary>
    public const int Most = 500_000;

    private const int MostName = 100;
    private const int MostAliases = 20;

    private readonly Dictionary<string, (ExpectedUnit Unit, bool IsAlias)?> _byKey = new(StringComparer.Ordinal);
    private readonly List<ExpectedUnit> _units = [];

    /// <summary>由各单位建立；重复的并成一个，超过 <see cref="Most"/> 个的不要。</summary>
    public ExpectedUnits(IEnumerable<ExpectedUnit> units)
    {
        foreach (var given in units)
        {
            var unit = new ExpectedUnit(Clip(given.Name), [.. given.Aliases.Take(MostAliases).Select(Clip)]);
            if (UnitName.Fold(unit.Name).Length == 0)
            {
                continue;
            }

            if (_units.Count >= Most)
            {
                IsCut = true;
                break;
            }

            if (!_byKey.TryAdd(UnitName.Fold(unit.Name), (unit, false)))
            {
                Repeated++;
                continue;
            }

            _units.Add(unit);
        }

        // 名称优先于别名；两个单位都用的别名认不出是谁，谁也不算。
        foreach (var (unit, key) in _units.SelectMany(u => u.Aliases.Select(a => (u, UnitName.Fold(a)))).Where(a => a.Item2.Length > 0))
        {
            if (!_byKey.TryGetValue(key, out var taken))
            {
                _byKey.Add(key, (unit, true));
            }
            else if (taken is { IsAlias: true } other && other.Unit != unit)
            {
                _byKey[key] = null;
                SharedAliases++;
            }
        }
    }

    /// <summary>各单位，照名录的次序。</summary>
    public IReadOnlyList<ExpectedUnit> Units => _units;

    /// <summary>名录里重复的名称有几个。</summary>
    public int Repeated { get; }

    /// <summary>几个单位共用、因而不采用的别名有几个。</summary>
    public int SharedAliases { get; }

    /// <summary>名录太长，只用了前面的。</summary>
    public bool IsCut { get; }

    /// <summary>由文字读出：一行一个单位，制表符之后是别的叫法；空行和以 # 开头的行略过。</summary>
    public static ExpectedUnits FromText(string text) => FromRows(text.Split('\n').Select(line => (IReadOnlyList<string>)line.Split('\t')));

    /// <summary>由各行读出：第一格是名称，其余是别的叫法。第一行是「单位名称」一类的表头时略过。</summary>
    public static ExpectedUnits FromRows(IEnumerable<IReadOnlyList<string>> rows) => new(
        rows.Select(row => row.Select(c => c.Trim()).ToArray())
            .Where((row, index) => row.Length > 0 && row[0].Length > 0 && row[0][0] != '#' && !(index == 0 && IsHead(row[0])))
            .Select(row => new ExpectedUnit(row[0], [.. row.Skip(1).Where(a => a.Length > 0)])));

    /// <summary>由折叠过的名称找；不在名录里、或认不出是哪一个时为 null。</summary>
    internal (ExpectedUnit Unit, bool IsAlias)? Find(string key) => _byKey.GetValueOrDefault(key);

    private static bool IsHead(string cell) => cell.TrimStart('\uFEFF') is "单位名称" or "单位" or "名称" or "机关名称" or "机关" or "应报单位" or "序号" or "部门";

    private static string Clip(string name) => (name.Length <= MostName ? name : name[..MostName]).Trim('\uFEFF', ' ', '\u3000', '\r', '\t');
}
