using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>主体残留：自称与自己的单位类别不符，如局的报告说「我镇」。地域的自称（我县、我市）谁都可以用，不看。</summary>
internal static class UnitWords
{
    private const int MostHits = 400;

    /// <summary>自称的各种写法，两个一组：我…、本…。</summary>
    public static readonly string[] Phrases = ["我镇", "本镇", "我乡", "本乡", "我街道", "本街道", "我局", "本局", "我委", "本委", "我厅", "本厅", "我县", "我区", "我村", "本村", "我中心", "我院"];

    // The letters after that make another word of it: 自我镇定, 我委托, 本局部, 我区分.
    private static readonly string[] OtherWords = ["镇定", "镇静", "镇压", "镇守", "乡土", "委托", "委派", "委员", "委任", "委屈", "委书", "局部", "局限", "区分", "区别", "区域", "中心城", "院子", "院落"];

    private static readonly string[] Speech = ["反映", "来信", "留言", "咨询", "表示", "提问", "提出", "反馈", "申请公开", "来电称", "来信称", "来函称", "函称", "汇报称", "询问", "投诉", "写道", "说", "称", "认为"];

    // 各镇在本镇公示、村民在本村查看：an office that tells others to do so means their own town, not itself.
    private static readonly SearchValues<string> Others = Wording.Any("各", "镇", "乡", "街道", "村", "社区", "所属", "下辖", "辖区");

    /// <summary>单位的类别。</summary>
    private enum Kind
    {
        Unknown,
        Town,
        Village,
        Street,
        Bureau,
        Commission,
        Hall,
        Office,
        Government,
        District,
        Institution,
    }

    public static void Check(Rule rule, CheckContext context)
    {
        var hits = context.Text.Hits.Of(WordSets.SelfNames);
        if (hits.IsEmpty || context.Report.Agency is not { } agency || Of(agency, context.Report.Level) is var kind && kind is Kind.Unknown)
        {
            return;
        }

        var looked = 0;
        List<(int At, string Word)>?[] found = [null, null];
        foreach (var hit in hits)
        {
            if (++looked > MostHits)
            {
                break;
            }

            var word = Phrases[hit.Phrase];
            if (Judge(kind, word, agency) is { } severity && !IsOtherwise(context.Text, hit))
            {
                (found[severity is Severity.Error ? 0 : 1] ??= []).Add((hit.Start, word));
            }
        }

        Find(rule, context, agency, found[0], Severity.Error);
        Find(rule, context, agency, found[1], Severity.Warning);
    }

    private static void Find(Rule rule, CheckContext context, string agency, List<(int At, string Word)>? found, Severity severity)
    {
        if (found is null)
        {
            return;
        }

        List<Quote> quotes = [];
        List<string> words = [];
        var last = -1;
        foreach (var (at, word) in found)
        {
            var sentence = context.Text.SentenceAt(at);
            if (sentence != last && quotes.Count < Wording.MostQuotes)
            {
                quotes.Add(Wording.Quote(context.Text, at));
            }

            last = sentence;
            if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        var said = string.Join("、", words.ConvertAll(w => $"“{w}”"));
        var advice = severity is Severity.Error ? "像是从别的单位的稿子里来的；请改为本单位的称谓，并核对这几句说的是不是本单位的情况。" : "不能肯定是不是用错；请核实称谓是否与本单位相符。";
        context.Find(rule, $"{Wording.SectionName(context.Text.SectionAt(found[0].At))}自称{said}，与编制单位“{agency}”的类别不符，{advice}", quotes: quotes, severity: severity);
    }

    private static Severity? Judge(Kind kind, string word, string agency)
    {
        var said = word[1..];
        var wrong = (kind, said) switch
        {
            (Kind.Town, "乡" or "街道" or "局" or "厅") => Severity.Error,
            (Kind.Village, "镇" or "街道" or "局" or "厅") => Severity.Error,
            (Kind.Street, "镇" or "乡" or "局" or "厅") => Severity.Error,
            (Kind.Bureau, "镇" or "乡" or "街道" or "村" or "厅") => Severity.Error,
            (Kind.Bureau, "委" or "中心") => Severity.Warning,
            (Kind.Town or Kind.Village or Kind.Street or Kind.Bureau or Kind.Commission or Kind.Hall, "院") when !agency.Contains('院', StringComparison.Ordinal) => Severity.Warning,
            (Kind.Commission or Kind.Hall or Kind.Office, "镇" or "乡" or "街道" or "村") => Severity.Error,
            (Kind.Commission or Kind.Hall or Kind.Office, "局") => Severity.Warning,
            (Kind.Government or Kind.District, "镇" or "乡" or "街道" or "局" or "厅" or "村") => Severity.Error,
            (Kind.District, "县") => Severity.Warning,
            (Kind.Institution, "镇" or "乡" or "街道" or "村" or "厅") => Severity.Error,
            (Kind.Institution, "局") => Severity.Warning,
            _ => (Severity?)null,
        };

        // A bureau of a town, a city whose name holds 镇: the word may be the place's own.
        return wrong is Severity.Error && said is "镇" or "乡" or "街道" or "村" && kind is not (Kind.Town or Kind.Village or Kind.Street) && agency.Contains(said, StringComparison.Ordinal)
            ? null
            : wrong;
    }

    private static Kind Of(string agency, AgencyLevel level)
    {
        var name = AgencyName.WithoutBrackets(agency.AsSpan().Trim());
        if (name.IndexOfAny('、', '及') > 0)
        {
            return Kind.Unknown;
        }

        return level switch
        {
            AgencyLevel.Township when name.IndexOf('乡') > 0 && name.IndexOf('镇') < 0 => Kind.Village,
            AgencyLevel.Township when name.IndexOf('镇') > 0 && name.IndexOf('乡') < 0 => Kind.Town,
            AgencyLevel.Street => Kind.Street,
            AgencyLevel.County when name.TrimEnd("人民政府").EndsWith("区") => Kind.District,
            AgencyLevel.Province or AgencyLevel.City or AgencyLevel.County => Kind.Government,
            AgencyLevel.Department or AgencyLevel.Vertical when name.EndsWith("局") => Kind.Bureau,
            AgencyLevel.Department when name.EndsWith("厅") && !name.EndsWith("办公厅") => Kind.Hall,
            AgencyLevel.Department when name.EndsWith("委员会") || name.EndsWith("委") => Kind.Commission,
            AgencyLevel.Department when name.EndsWith("办公室") || name.EndsWith("办") || name.EndsWith("办公厅") => Kind.Office,
            AgencyLevel.Other when name.EndsWith("中心") || name.EndsWith("学校") || name.EndsWith("中学") || name.EndsWith("小学") || name.EndsWith("医院") || name.EndsWith("学院") || name.EndsWith("大学") => Kind.Institution,
            _ => Kind.Unknown,
        };
    }

    private static bool IsOtherwise(NarrativeText text, PhraseHit hit)
    {
        var letters = text.Letters;
        // “我局(综合执法局)”: the letters that follow say who is meant.
        if (IsTail(letters, hit.Start)
            || (hit.End < letters.Length && letters[hit.End] == '(')
            || Wording.StartsWithAny(letters.AsSpan(hit.Start + 1), OtherWords)
            || Wording.IsQuoted(letters, text.SentenceSpan[text.SentenceAt(hit.Start)].Start, hit.Start))
        {
            return true;
        }

        if (letters[hit.Start] == '本' && letters[hit.Start + 1] is '镇' or '乡' or '街' or '村' && Wording.HasAny(Wording.Before(text, hit.Start, 24), Others))
        {
            return true;
        }

        // What somebody wrote to the office is told in his words.
        return Wording.EndsWithAny(Wording.Before(text, hit.Start, 24).TrimEnd(":,"), Speech);
    }

    // 自我…, 基本…, 根本…: the word began before.
    private static bool IsTail(string letters, int at) =>
        at > 0 && (letters[at] == '我'
            ? letters[at - 1] == '自' && !(at > 1 && letters[at - 2] == '来')
            : letters[at - 1] is '基' or '根' or '成' or '版' or '资' or '样' or '日' or '书' or '文' or '剧');
}
