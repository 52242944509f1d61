using System.Text.Json;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Tests;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> Files = LetterTemplates.EmbeddedTexts();

    private static readonly ElementFile[] Elements = JsonSerializer.Deserialize<ElementFile[]>(Files["elements"], TemplateFile.Options)!;

    public static TheoryData<LetterType> Types => Samples.Types;

    [Fact]
    public void Every_outcome_of_the_law_has_its_reply()
    {
        string[] single = ["G1", "G2", "P", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "U2", "U3", "R1", "R2", "R3", "R4", "R5", "O1", "O2"];

        Assert.All(single, o => Assert.Single(LetterTemplates.Default.ForOutcome(o)));
        Assert.Equal([LetterType.ReplyNotFound, LetterType.ReplyNotResponsible], LetterTemplates.Default.ForOutcome("U1").Select(t => t.Type));
        Assert.Equal([LetterType.ReplyWithdrawn, LetterType.ReplyOther], LetterTemplates.Default.ForOutcome("O3").Select(t => t.Type));
        Assert.Equal(24, LetterTemplates.Default.All.Count(t => t.Outcome is not null));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_template_without_one_of_its_mandatory_elements_is_refused_by_name(LetterType type)
    {
        var template = LetterTemplates.Default.Of(type);
        var elements = Elements.Where(e => ElementCheck.Applies(e, type, template.Form)).ToArray();
        Assert.NotEmpty(elements);
        foreach (var element in elements)
        {
            var (files, name) = Without(element, type);

            var (_, problems) = LetterTemplates.LoadOne(files, name, LetterTemplates.Read<FrameFile[]>(files, "frames"), Elements);

            Assert.Contains(problems, p => p.Contains($"「{template.Name}」模板缺少必备要素「{element.Name}」", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_element_in_a_paragraph_that_may_be_left_out_does_not_count()
    {
        var files = Changed("supplement-notice", "{\"role\": \"item\", \"text\": \"{事项}\"}", "{\"role\": \"item\", \"text\": \"{事项}\", \"when\": \"缴费日期\"}");

        var error = Assert.Throws<InvalidDataException>(() => LetterTemplates.Load(files));

        Assert.Contains("缺少必备要素「补正事项」", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_template_that_lacks_an_element_stops_them_all()
    {
        var files = Changed("fee-notice", "视为放弃申请", "后果自负");

        Assert.Equal("fee-notice：「收费通知书」模板缺少必备要素「逾期的后果」（国办函〔2020〕109号第六条）。", Assert.Throws<InvalidDataException>(() => LetterTemplates.Load(files)).Message);
    }

    [Theory]
    [InlineData("{事项}", "{没有这项}", "不存在的事实「没有这项」")]
    [InlineData("{事项}", "{事项", "花括号不成对")]
    [InlineData("{事项}", "事项}", "花括号不成对")]
    [InlineData("{事项}", "{}", "里面是空的")]
    [InlineData("{事项}", "{{事项}}", "花括号不成对")]
    [InlineData("\"{事项}\"", "\"事项：{救济}\"", "要自成一段")]
    [InlineData("\"{事项}\"", "\"{检索人}\"", "只能写在逐条重复的行里")]
    [InlineData("\"title\"", "\"script\": \"x\", \"title\"", "supplement-notice.json 写错了")]
    [InlineData("supplementNotice", "receipt", "没有 SupplementNotice 的模板")]
    [InlineData("supplementNotice", "receipt", "Receipt 有 2 份模板")]
    [InlineData("\"blocks\"", "\"frame\": \"none\", \"blocks\"", "没有叫 none 的框架")]
    [InlineData("\"blocks\": [", "\"blocks\": [{\"columns\": [100, 56], \"rows\": [{\"cells\": [\"一|3\"]}]},", "格数与列数不合")]
    [InlineData("\"blocks\": [", "\"blocks\": [{\"columns\": [157], \"rows\": [{\"cells\": [\"一\"]}]},", "列宽合计")]
    [InlineData("\"blocks\": [", "\"blocks\": [{\"role\": \"note\"},", "要么是一段")]
    public void A_broken_template_says_what_is_wrong(string from, string to, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(() => LetterTemplates.Load(Changed("supplement-notice", from, to)));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"补正事项\", \"basis\": \"条例第三十条\", \"for\": [\"supplementNotice\"], \"fields\": [\"事项\"]", "\"补正事项\", \"basis\": \"条例第三十条\", \"for\": [\"supplementNotice\"]", "没有说要什么")]
    [InlineData("\"fields\": [\"事项\"]", "\"fields\": [\"无此事实\"]", "提到的事实「无此事实」不存在")]
    [InlineData("\"for\": [\"supplementNotice\"]", "\"for\": [\"noSuchLetter\"]", "提到的文书「noSuchLetter」不存在")]
    public void A_broken_list_of_elements_says_what_is_wrong(string from, string to, string problem)
    {
        var error = Assert.Throws<InvalidDataException>(() => LetterTemplates.Load(Changed("elements", from, to)));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_words_are_short_and_replies_share_one_series()
    {
        Assert.All(LetterTemplates.Default.All, t => Assert.Equal(t.IsNumbered, new LetterNumber("清应急", t.TypeWord, 2026, 1).IsWellFormed));
        Assert.Equal([LetterType.RegisterSheet, LetterType.ApprovalForm, LetterType.SearchRecord, LetterType.TransferSlip, LetterType.ServiceReceipt], LetterTemplates.Default.All.Where(t => !t.IsNumbered).Select(t => t.Type));
        Assert.All(LetterTemplates.Default.All, t => Assert.Equal(t.Type >= LetterType.ReplyAlreadyPublished, t.TypeWord == "答"));
    }

    // 直接在文件的文字里去掉该要素的空格和词，再当作一套新模板载入。
    private static (Dictionary<string, string> Files, string Name) Without(ElementFile element, LetterType type)
    {
        Dictionary<string, string> files = new(Files);
        var name = Files.Single(f => f.Value.Contains($"\"type\": \"{JsonNamingPolicy.CamelCase.ConvertName(type.ToString())}\"", StringComparison.Ordinal)).Key;
        foreach (var file in new[] { name, "frames" })
        {
            var text = files[file];
            text = element.Fields.Aggregate(text, (t, f) => t.Replace($"{{{f}}}", "略", StringComparison.Ordinal));
            files[file] = element.Words.Aggregate(text, (t, w) => t.Replace(w, "略", StringComparison.Ordinal));
        }

        var template = LetterTemplates.Default.Of(type);
        files[name] = element.Part switch
        {
            "title" => files[name].Replace($"\n  \"title\": \"{template.Title}\",", "\n  \"title\": \"\",", StringComparison.Ordinal),
            "number" => files[name].Replace($"\"typeWord\": \"{template.TypeWord}\"", "\"typeWord\": \"\"", StringComparison.Ordinal),
            "salutation" => files[name].Replace("  \"salutation\": \"{申请人}\",\n", "", StringComparison.Ordinal).Replace("  \"salutation\": \"{收件人}\",\n", "", StringComparison.Ordinal),
            "enclosure" => files[name][..files[name].IndexOf(",\n  \"enclosure\"", StringComparison.Ordinal)] + "}",
            _ => files[name],
        };
        return (files, name);
    }

    private static Dictionary<string, string> Changed(string file, string from, string to)
    {
        Assert.Contains(from, Files[file], StringComparison.Ordinal);
        return new Dictionary<string, string>(Files) { [file] = Files[file].Replace(from, to, StringComparison.Ordinal) };
    }
}
