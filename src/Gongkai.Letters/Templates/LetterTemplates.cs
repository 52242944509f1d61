using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Gongkai.Letters.Templates;

/// <summary>全部文书的模板，来自嵌入的 data/letters；载入时逐份核对必备要素，缺一不可。</summary>
public sealed class LetterTemplates
{
    private const string Folder = "letters/";
    private const string Extension = ".json";

    private static readonly Lazy<LetterTemplates> Embedded = new(() => Load(EmbeddedTexts()));

    private readonly FrozenDictionary<LetterType, LetterTemplate> _byType;

    private LetterTemplates(IEnumerable<LetterTemplate> templates) => _byType = templates.ToFrozenDictionary(t => t.Type);

    /// <summary>随程序的模板。</summary>
    public static LetterTemplates Default => Embedded.Value;

    /// <summary>全部模板，按种类的次序。</summary>
    public IEnumerable<LetterTemplate> All => _byType.Values.OrderBy(t => t.Type);

    /// <summary>一种文书的模板。</summary>
    public LetterTemplate Of(LetterType type) => _byType[type];

    /// <summary>一种处理决定的答复书；U1、O3 各返回两种。</summary>
    /// <param name="outcome">小类代码，G1…O3。</param>
    public IReadOnlyList<LetterTemplate> ForOutcome(string outcome) => [.. All.Where(t => t.Outcome == outcome)];

    /// <summary>载入一组文件；有一份不合格就都不用。</summary>
    /// <param name="files">文件名（不含扩展名）与内容；须有 frames、elements 和每一种文书各一份。</param>
    /// <exception cref="InvalidDataException">模板有错，消息里逐条列出。</exception>
    public static LetterTemplates Load(IReadOnlyDictionary<string, string> files)
    {
        var frames = Read<FrameFile[]>(files, "frames");
        var elements = Read<ElementFile[]>(files, "elements");
        List<string> problems = [.. ElementCheck.WhyNotElements(elements)];
        List<LetterTemplate> templates = [];
        foreach (var name in files.Keys.Where(k => k is not "frames" and not "elements").Order(StringComparer.Ordinal))
        {
            var (template, wrong) = LoadOne(files, name, frames, elements);
            problems.AddRange(wrong);
            templates.Add(template);
        }

        problems.AddRange(templates.CountBy(t => t.Type).Where(t => t.Value > 1).Select(t => $"{t.Key} 有 {t.Value} 份模板。"));
        problems.AddRange(templates.CountBy(t => t.Name).Where(t => t.Value > 1).Select(t => $"名称「{t.Key}」用了 {t.Value} 次。"));
        problems.AddRange(Enum.GetValues<LetterType>().Except(templates.Select(t => t.Type)).Select(t => $"没有 {t} 的模板。"));
        return problems.Count == 0 ? new LetterTemplates(templates) : throw new InvalidDataException(string.Join('\n', problems));
    }

    /// <summary>载入一份，连同它的毛病。</summary>
    internal static (LetterTemplate Template, IEnumerable<string> Problems) LoadOne(IReadOnlyDictionary<string, string> files, string name, IReadOnlyList<FrameFile> frames, IReadOnlyList<ElementFile> elements)
    {
        var template = TemplateBuilder.Build(Read<TemplateFile>(files, name), frames, elements, name);
        return (template, TemplateCheck.WhyNot(template, elements).Select(p => $"{name}：{p.Message}"));
    }

    /// <summary>随程序的文件，供载入与测试。</summary>
    internal static Dictionary<string, string> EmbeddedTexts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        Dictionary<string, string> texts = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using StreamReader reader = new(stream);
            texts[name[Folder.Length..^Extension.Length]] = reader.ReadToEnd();
        }

        return texts;
    }

    /// <summary>读一份 JSON。</summary>
    internal static T Read<T>(IReadOnlyDictionary<string, string> files, string name)
    {
        if (!files.TryGetValue(name, out var text))
        {
            throw new InvalidDataException($"没有 {name}.json。");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, TemplateFile.Options) ?? throw new InvalidDataException($"{name}.json 是空的。");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{name}.json 写错了：{error.Message}", error);
        }
    }
}
