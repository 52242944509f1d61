using System.Reflection;
using System.Text.Json;
using Gongkai.Letters.Facts;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Remedies;

/// <summary>data/remedies 里一个时期的救济规定。</summary>
internal sealed record RemedyLaw
{
    private static readonly Lazy<IReadOnlyList<RemedyLaw>> Embedded = new(Load);

    /// <summary>从哪一天作出的决定起适用。</summary>
    public required DateOnly From { get; init; }

    /// <summary>出处。</summary>
    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>先复议后诉讼的处理决定。</summary>
    public required IReadOnlyList<string> ReconsiderationFirst { get; init; }

    /// <summary>一部分先复议的处理决定。</summary>
    public required IReadOnlyList<string> Split { get; init; }

    /// <summary>电子送达是否须给出网上复议地址。</summary>
    public required bool ElectronicNeedsUrl { get; init; }

    /// <summary>各类机关的复议机关。</summary>
    public required IReadOnlyDictionary<AgencyKind, BodyFile> Bodies { get; init; }

    /// <summary>各分支的文字。</summary>
    public required RemedyTexts Texts { get; init; }

    /// <summary>各时期，先后为序。</summary>
    public static IReadOnlyList<RemedyLaw> All => Embedded.Value;

    /// <summary>某日作出的决定适用的规定；条例施行以前的没有。</summary>
    public static RemedyLaw? On(DateOnly decided) => All.LastOrDefault(l => l.From <= decided);

    private static RemedyLaw[] Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        List<RemedyLaw> laws = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("remedies/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var law = JsonSerializer.Deserialize<RemedyLaw>(stream, TemplateFile.Options)!;
            var missing = Enum.GetValues<AgencyKind>().Except(law.Bodies.Keys).ToArray();
            laws.Add(missing.Length == 0 ? law : throw new InvalidDataException($"{name} 没有写 {string.Join('、', missing)} 的复议机关"));
        }

        return [.. laws.OrderBy(l => l.From)];
    }
}

/// <summary>一类机关的复议机关。</summary>
internal sealed record BodyFile
{
    /// <summary>向谁申请：本机关、本级政府、上级政府、上级部门、所在地政府；两个即二者择一。</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>依据。</summary>
    public required string Basis { get; init; }

    /// <summary>复议机关是否就是作出决定的机关（省级政府、国务院部门）：对其复议决定可以诉讼，也可以申请国务院裁决。</summary>
    public bool IsOwnReview { get; init; }
}

/// <summary>救济告知的文字，空格见 <see cref="RemedyText"/>。</summary>
internal sealed record RemedyTexts
{
    public required string First { get; init; }

    public required string FirstOwnReview { get; init; }

    public required string Either { get; init; }

    public required string EitherOwnReview { get; init; }

    public required string Split { get; init; }

    public required string SplitOwnReview { get; init; }

    public required string Online { get; init; }
}
