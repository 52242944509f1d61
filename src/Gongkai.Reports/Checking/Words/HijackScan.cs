using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>网页被篡改：赌博、色情、词站的字样混进正文，多半顶替了法规、机关的名称。查处、整治、宣传这类事的报告不算。</summary>
internal static class HijackScan
{
    private const int MostHits = 300;
    private const int MostMarks = 2_000;
    private const int Beside = 10;

    // What an office that fights it writes in the same sentence.
    private static readonly SearchValues<string> Fighting = Wording.Any(
        "打击", "查处", "查办", "查获", "查封", "整治", "取缔", "治理", "清理", "清除", "严查", "禁止", "严禁", "防范", "违法", "犯罪", "非法", "举报", "篡改", "暗链", "黑链", "植入", "案件", "专项行动", "扫黄", "反诈", "诈骗", "警示", "处罚", "收缴", "捣毁", "抓获",
        "侦破", "破获", "防沉迷", "屏蔽", "拦截", "封堵", "关停", "远离", "危害", "抵制", "涉赌", "涉黄", "赌博案", "劝阻", "跳转", "不良信息", "有害信息", "曝光", "销毁", "刷单", "没收");

    // The same for a brand or a phrase of the word farms: it must be said right beside.
    private static readonly SearchValues<string> FightingBefore = Wording.Any(
        "打击", "查处", "查办", "查获", "查封", "取缔", "捣毁", "破获", "侦破", "清理", "清除", "拦截", "屏蔽", "封堵", "关停", "涉案", "赌博", "暗链", "黑链", "植入", "篡改", "冒充", "假冒", "诈骗", "防范", "警惕", "整治", "非法", "违法", "跳转", "不良信息");

    private static readonly SearchValues<string> FightingAfter = Wording.Any("赌博", "暗链", "黑链", "非法", "违法", "涉赌", "诈骗", "案", "不良信息", "被查", "关停", "取缔", "查处", "清除", "清理");

    private static readonly string[] Citing = ["根据", "依据", "按照", "遵照", "贯彻", "落实", "执行", "依照"];

    // 体育 that goes on as an office, a place or an event is no word farm's.
    private static readonly string[] HonestAfter = ["局", "总局", "中心", "馆", "场", "公园", "小学", "中学", "学校", "学院", "运动", "赛事", "产业", "活动", "设施", "彩票管理", "健身", "事业", "总会", "协会"];

    // 百家乐 is a shop's name too.
    private static readonly string[] Shops = ["超市", "商场", "商店", "商贸", "便利", "购物", "生活", "家居", "家电", "量贩", "幼儿园", "小区", "社区", "花园"];

    private static readonly SearchValues<char> Separators = SearchValues.Create(".·•・‧_-*|~+=^#@$&/\\★☆●○◆◇■□▲△◎※♥♦♣♠→");

    private static readonly SearchValues<char> Telling = SearchValues.Create("博赌賭彩娱娛注裸炮威鱼魚虎宝百育华体");

    public static void Check(Rule rule, CheckContext context)
    {
        var text = context.Text;
        SortedSet<int>? places = null;
        var hits = text.Hits.Of(WordSets.Hijacks);
        for (var i = 0; i < hits.Length && i < MostHits; i++)
        {
            if (IsHijack(text, hits[i]))
            {
                (places ??= []).Add(hits[i].Start);
            }
        }

        FindSplit(text, ref places);
        if (places is not null)
        {
            Find(rule, context, places);
        }

        if (context.Report.Unseen is { } unseen)
        {
            CheckUnseen(rule, context, unseen);
        }
    }

    // The page's title and key words, links that are not shown: what search engines see.
    private static void CheckUnseen(Rule rule, CheckContext context, string unseen)
    {
        var folded = string.Create(unseen.Length, unseen, static (letters, said) =>
        {
            for (var i = 0; i < said.Length; i++)
            {
                letters[i] = HanFold.Fold(said[i]);
            }
        });
        foreach (var hit in Lexicon.Scan(folded).Of(WordSets.Hijacks))
        {
            var start = Math.Max(0, hit.Start - 60);
            var around = folded.AsSpan(start, Math.Min(folded.Length, hit.End + 60) - start);
            var kind = HijackWords.KindOf(hit.Phrase);
            if ((kind is HijackKind.Certain or HijackKind.Replacing || (kind is HijackKind.Bare && BareHijack.IsSure(folded, hit.Start, hit.End, cited: false))) && !Wording.HasAny(around, Fighting))
            {
                context.Find(
                    rule,
                    "网页的标题、关键词或不显示的链接里混有赌博、色情或词站一类的字样，像是网页被篡改、植入了暗链。读者看不见，搜索引擎看得见；请网站管理单位清除，并排查整个网站。",
                    quotes: [new Quote(WholeText.Of(unseen.AsSpan(start, around.Length)).Trim(), null, Place.Nowhere)]);
                return;
            }
        }
    }

    private static void Find(Rule rule, CheckContext context, SortedSet<int> places)
    {
        var text = context.Text;
        List<Quote> quotes = [];
        var (last, citing) = (-1, false);
        foreach (var at in places)
        {
            var sentence = text.SentenceAt(at);
            citing |= IsCited(text, at);
            if (sentence != last && quotes.Count < Wording.MostQuotes)
            {
                quotes.Add(Wording.Quote(text, at));
            }

            last = sentence;
        }

        var where = Wording.SectionName(text.SectionAt(places.Min));
        var what = citing ? "，顶替了法规或文件的名称" : "";
        context.Find(
            rule,
            $"{where}混有赌博、色情或词站一类的字样{what}，像是网页被篡改、植入了暗链。请立即恢复原来的文字，并请网站管理单位排查整个网站；{(quotes.Count > 1 ? $"这样的句子有 {quotes.Count} 处。" : "其他页面也可能有。")}",
            quotes: quotes);
    }

    private static bool IsHijack(NarrativeText text, PhraseHit hit)
    {
        var letters = text.Letters;
        var after = Wording.After(text, hit.End, 20);
        var kind = HijackWords.KindOf(hit.Phrase);
        if (kind is HijackKind.Latin)
        {
            return !IsOfficialAddress(letters, hit);
        }

        if (kind is HijackKind.Farm)
        {
            return StandsForLaw(text, hit, after);
        }

        if (kind is HijackKind.Replacing && IsMenu(text, hit))
        {
            return false;
        }

        if (IsLatin(letters[hit.Start]) && hit.Start > 0 && IsLatin(letters[hit.Start - 1]))
        {
            return false;
        }

        if (kind is HijackKind.Bare)
        {
            return BareHijack.IsSure(letters, hit.Start, hit.End, IsCited(text, hit.Start)) && !Wording.HasAny(Wording.Around(text, hit.Start, 80, 80), Fighting);
        }

        if (IsCited(text, hit.Start) || (text.SectionAt(hit.Start) == 0 && kind is HijackKind.Replacing && !EndsHonestly(letters, hit, after)))
        {
            return kind is HijackKind.Certain ? !IsShop(letters, hit, after) : !EndsHonestly(letters, hit, after);
        }

        return kind is HijackKind.Certain
            ? !IsShop(letters, hit, after) && !Wording.HasAny(Wording.Around(text, hit.Start, 80, 80), Fighting)
            : !EndsHonestly(letters, hit, after)
                && !Wording.HasAny(Wording.Before(text, hit.Start, 24), FightingBefore)
                && !Wording.HasAny(after, FightingAfter);
    }

    private static readonly string[] MenuWords = ["体育", "棋牌", "娱乐", "电竞", "真人", "国际"];

    // “体育 彩票 棋牌 app下载”: items of a menu, parted by blanks as they might be by a stroke, say nothing together. A brand does.
    private static bool IsMenu(NarrativeText text, PhraseHit hit)
    {
        if (!Wording.StartsWithAny(text.Letters.AsSpan(hit.Start), MenuWords))
        {
            return false;
        }

        return text.GapsWithin(hit.Start, hit.End) is 1 or 2;
    }

    // “…体育|馆”, “…平台|建设”: the phrase ends inside an honest name.
    private static bool EndsHonestly(string letters, PhraseHit hit, ReadOnlySpan<char> after) =>
        IsShop(letters, hit, after)
        || (letters.AsSpan(hit.Start, hit.End - hit.Start).EndsWith("体育") && Wording.StartsWithAny(after, HonestAfter))
        || (letters.AsSpan(hit.Start, hit.End - hit.Start).EndsWith("国际") && !after.StartsWith("app") && !after.StartsWith("官网") && !after.StartsWith("娱乐"))
        || (letters.AsSpan(hit.Start, hit.End - hit.Start).EndsWith("注册") && Wording.StartsWithAny(after, RegisteredThings))
        || (letters.AsSpan(hit.Start, hit.End - hit.Start).EndsWith("平台") && Wording.StartsWithAny(after, ["建设", "公司"]));

    private static bool IsShop(string letters, PhraseHit hit, ReadOnlySpan<char> after) =>
        letters.AsSpan(hit.Start, hit.End - hit.Start).EndsWith("家乐") && Wording.StartsWithAny(after, Shops);

    private static readonly string[] RegisteredThings = ["登记", "商标", "资本", "会计", "地址", "护士"];

    // “落实某某app官方下载-安卓通用版实施细则”: between “根据” and “规定”, in no title marks, with another sign of its kind.
    private static bool StandsForLaw(NarrativeText text, PhraseHit hit, ReadOnlySpan<char> after)
    {
        var before = Wording.Before(text, hit.Start, 30);
        before = before[(before.LastIndexOfAny(",:《》") + 1)..];
        var comma = after.IndexOfAny(',', '《');
        after = comma < 0 ? after : after[..comma];
        return Wording.HasAny(before, CitingWords) && Wording.HasAny(after, Laws) && (after.IndexOfAny("_-$|") >= 0 || before.IndexOfAny("_-$|") >= 0 || Wording.HasAny(after, FarmSigns));
    }

    private static readonly SearchValues<string> CitingWords = Wording.Any(Citing);

    private static readonly SearchValues<string> Laws = Wording.Any("规定", "细则", "条例", "办法", "法律", "法规", "精神");

    private static readonly SearchValues<string> FarmSigns = Wording.Any("官网", "安卓", "通用版", "有限公司", "最新版");

    // Right where the name of a law should be: “根据……规定”, “贯彻落实……”.
    private static bool IsCited(NarrativeText text, int at)
    {
        var before = Wording.Before(text, at, 12);
        if (before.IndexOfAny(',', ':') is >= 0)
        {
            before = before[(before.LastIndexOfAny(",:") + 1)..];
        }

        foreach (var word in Citing)
        {
            if (before.LastIndexOf(word) is >= 0 and var found && before.Length - found - word.Length <= 5 && !Wording.HasAny(before[(found + word.Length)..], FightingBefore))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfficialAddress(string letters, PhraseHit hit)
    {
        var (from, to) = (hit.Start, hit.End);
        while (from > 0 && hit.Start - from < 40 && IsAddressLetter(letters[from - 1]))
        {
            from--;
        }

        while (to < letters.Length && to - hit.End < 40 && IsAddressLetter(letters[to]))
        {
            to++;
        }

        var address = letters.AsSpan(from, to - from);
        return address.Contains('@') || address.IndexOf(".gov") >= 0 || (from < hit.Start && IsLatin(letters[hit.Start - 1])) || (to > hit.End && char.IsAsciiLetterLower(letters[hit.End]) && !address.Contains('.'));
    }

    private static bool IsAddressLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '@' or '-' or '_' or '/' or ':';

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);

    // “万.博”, “亚&#8203;博”: the marks between are taken out, and what is left is looked at again.
    private static void FindSplit(NarrativeText text, ref SortedSet<int>? places)
    {
        var letters = text.Letters;
        Span<char> window = stackalloc char[2 * Beside];
        Span<int> positions = stackalloc int[2 * Beside];
        var marks = 0;
        for (var at = letters.AsSpan().IndexOfAny(Separators); at >= 0 && marks < MostMarks;)
        {
            marks++;
            if (at > 0 && at + 1 < letters.Length && (Glyphs.IsHan(letters[at - 1]) || Glyphs.IsHan(letters[at + 1])))
            {
                var count = Squeeze(letters, at, window, positions);
                if (window[..count].ContainsAny(Telling) && Crossing(window[..count], positions, at) is >= 0 and var found && IsSplitHijack(text, letters, found, at))
                {
                    (places ??= []).Add(found);
                }
            }

            var next = letters.AsSpan(at + 1).IndexOfAny(Separators);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    // Where a phrase begins that goes on beyond the mark; −1 when none does.
    private static int Crossing(ReadOnlySpan<char> window, ReadOnlySpan<int> positions, int at)
    {
        var phrases = HijackWords.Splittable.GetAlternateLookup<ReadOnlySpan<char>>();
        var before = 0;
        while (before < window.Length && positions[before] < at)
        {
            before++;
        }

        for (var start = Math.Max(0, before - Beside); start < before; start++)
        {
            for (var end = before + 1; end <= Math.Min(window.Length, start + Beside); end++)
            {
                if (phrases.TryGetValue(window[start..end], out var phrase) && (!HijackWords.Bare.Contains(phrase) || IsSureSplit(window, positions, start, end)))
                {
                    return positions[start];
                }
            }
        }

        return -1;
    }

    // “百家·乐业” is a slogan; “百★家★乐” is parted at every letter, or “百家·乐在线” goes on as its kind does.
    private static bool IsSureSplit(ReadOnlySpan<char> window, ReadOnlySpan<int> positions, int start, int end)
    {
        var parted = 0;
        for (var i = start + 1; i < end; i++)
        {
            parted += positions[i] > positions[i - 1] + 1 ? 1 : 0;
        }

        return (parted > 1 && parted == end - start - 1) || BareHijack.HasSignAfter(window[end..]);
    }

    private static bool IsSplitHijack(NarrativeText text, string letters, int start, int at) =>
        text.SentenceAt(start) == text.SentenceAt(at)
        && !Wording.StartsWithAny(letters.AsSpan(at + 1), ["博物", "博士", "博览", "博爱", "博学", "博文", "乐园", "彩色", "威胁"])
        && !Wording.HasAny(Wording.Around(text, at, 60, 40), Fighting);

    private static int Squeeze(string letters, int at, Span<char> window, Span<int> positions)
    {
        var from = at;
        for (var taken = 0; from > 0 && taken < Beside / 2 && letters[from - 1] != '\n' && at - from < 3 * Beside; from--)
        {
            taken += Glyphs.KindOf(letters[from - 1]) == Glyph.Letter ? 1 : 0;
        }

        var count = 0;
        for (var i = from; i < letters.Length && count < window.Length && letters[i] != '\n' && i - at < 3 * Beside; i++)
        {
            if (letters[i] == '&' && letters.AsSpan(i, Math.Min(9, letters.Length - i)).IndexOf(';') is > 0 and var close)
            {
                i += close;
            }
            else if (Glyphs.KindOf(letters[i]) == Glyph.Letter)
            {
                window[count] = char.ToLowerInvariant(letters[i]);
                positions[count++] = i;
            }
        }

        return count;
    }
}
