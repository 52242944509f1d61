using System.Text;
using Gongkai.Reports;

namespace Gongkai.Bench.Fuzzing;

/// <summary>一个输入：文件名与内容。</summary>
/// <param name="Name">文件名；扩展名有时与内容不符。</param>
/// <param name="Content">内容。</param>
public sealed record FuzzInput(string Name, byte[] Content);

/// <summary>由样本变出输入；第几个输入只由种子与序号决定。</summary>
public sealed class Mutator
{
    private const int LargestInput = 2_000_000;

    private static readonly string[] Extensions = [".txt", ".html", ".docx", ".htm", ""];

    private readonly Sample[] _samples;
    private readonly Sample[] _texts;
    private readonly string[] _words;

    /// <summary>由这些样本变异；太大的不用。</summary>
    public Mutator(IEnumerable<Sample> samples)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _samples = [.. samples.Where(s => s.Content.Length is > 0 and < 400_000)];
        _texts = [.. _samples.Where(s => s.Kind == "txt")];
        _words = [.. Vocabulary()];
        if (_texts.Length == 0)
        {
            throw new InvalidOperationException("There are no text samples to mutate.");
        }
    }

    /// <summary>第 index 个输入。</summary>
    public FuzzInput Make(ulong seed, int index)
    {
        var chance = new Chance(seed, (ulong)index);
        var (extension, content) = chance.Below(20) switch
        {
            0 => (chance.Pick(Extensions), chance.Bytes(chance.Below(4096))),
            1 or 2 => (".txt", Encoding.UTF8.GetBytes(Soup(chance))),
            _ => Mutate(chance),
        };
        if (chance.OneIn(25))
        {
            extension = chance.Pick(Extensions);
        }

        return new FuzzInput($"fuzz-{seed}-{index}{extension}", content.Length > LargestInput ? content[..LargestInput] : content);
    }

    private (string Extension, byte[] Content) Mutate(Chance chance)
    {
        var sample = chance.Pick(_samples);
        var other = chance.Pick(_samples);
        var times = chance.Pick([1, 1, 1, 2, 2, 3, 5]);
        var extension = Path.GetExtension(sample.Name);
        if (sample.Kind == "docx")
        {
            var docx = sample.Content;
            for (var n = 0; n < times; n++)
            {
                docx = DocxMutations.Apply(docx, other.Content, chance);
            }

            return (extension, docx);
        }

        var text = Text(sample);
        var otherText = other.Kind == "docx" ? Text(chance.Pick(_texts)) : Text(other);
        for (var n = 0; n < times && text.Length is > 0 and < LargestInput; n++)
        {
            text = sample.Kind == "html" && !chance.OneIn(3)
                ? MarkupMutations.Apply(text, false, chance)
                : TextMutations.Apply(text, otherText, chance);
        }

        if (sample.Kind == "html" && chance.OneIn(12))
        {
            text = MarkupMutations.InScript(text);
        }

        var bytes = TextMutations.Encode(text, chance);
        return (extension, chance.OneIn(4) ? ByteMutations.Apply(bytes, other.Content, chance) : bytes);
    }

    /// <summary>由报告的词与数随意排成的文字：像报告，又处处不是。</summary>
    private string Soup(Chance chance)
    {
        var text = new StringBuilder("清溪县应急管理局2023年政府信息公开工作年度报告\n");
        for (var n = chance.Between(5, 600); n > 0; n--)
        {
            text.Append(chance.Below(3) == 0 ? chance.Pick(_words) : chance.Digits(chance.OneIn(10) ? chance.Between(5, 20) : chance.Between(1, 3)));
            text.Append(chance.Pick(["\n", "\t", " ", "\n\n", "", "|", "　"]));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Vocabulary() => ReportForms.All.SelectMany(form =>
        form.Sections.Select(s => s.Heading)
            .Concat(form.Tables.SelectMany(t => t.Rows).SelectMany(r => new[] { r.Label, r.Group ?? "总计" }))
            .Concat(form.Tables.SelectMany(t => t.Columns).Select(c => c.Label)));

    private static string Text(Sample sample) => sample.Content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(sample.Content.AsSpan(2)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(sample.Content.AsSpan(2)),
        _ when System.Text.Unicode.Utf8.IsValid(sample.Content) => Encoding.UTF8.GetString(sample.Content),
        _ => Encoding.GetEncoding("GB18030").GetString(sample.Content),
    };
}
