using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>自动编号：「一、」「1.」往往不在正文里，而由 numbering.xml 生成。</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int LongestLabel = 40;
    private const int Lists = 20_000;

    private readonly Dictionary<string, Level[]> definitions = [];
    private readonly Dictionary<string, List> lists = [];
    private readonly Dictionary<string, (Level[] Definition, int Level)> styles = [];
    private readonly Dictionary<Level[], int[]> counters = [];

    /// <summary>读 numbering.xml。</summary>
    public static DocxNumbering Read(XmlReader reader)
    {
        var numbering = new DocxNumbering();
        Level[]? definition = null;
        Level? level = null;
        List? list = null;
        var overridden = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.Depth > ReadLimits.XmlDepth || numbering.definitions.Count + numbering.lists.Count > Lists)
            {
                throw new ReadLimitException("The numbering part is too large.");
            }

            var value = Attribute(reader, "val");
            switch (reader.LocalName)
            {
                case "abstractNum":
                    definition = [.. Enumerable.Range(0, Levels).Select(_ => new Level())];
                    numbering.definitions[Attribute(reader, "abstractNumId") ?? ""] = definition;
                    break;
                case "num":
                    (definition, level, list) = (null, null, new List());
                    numbering.lists[Attribute(reader, "numId") ?? ""] = list;
                    break;
                case "abstractNumId" when list is not null:
                    list.Definition = numbering.definitions.GetValueOrDefault(value ?? "");
                    break;
                case "lvlOverride":
                    overridden = LevelNumber(Attribute(reader, "ilvl"));
                    break;
                case "startOverride" when list is not null:
                    list.Starts[overridden] = Number(value, 1);
                    break;
                case "lvl":
                    level = definition?[LevelNumber(Attribute(reader, "ilvl"))];
                    break;
                case "start" when level is not null:
                    level.Start = Number(value, 1);
                    break;
                case "numFmt" when level is not null:
                    level.Format = value ?? "";
                    break;
                case "lvlText" when level is not null:
                    level.Text = value is { Length: <= LongestLabel } ? value : "";
                    break;
                case "pStyle" when level is not null && value is not null:
                    numbering.styles[value] = (definition!, Array.IndexOf(definition!, level));
                    break;
            }
        }

        return numbering;
    }

    /// <summary>一段的编号；没有编号或是项目符号时为 null。每问一次，计数进一。</summary>
    /// <param name="style">段落样式。</param>
    /// <param name="list">numId；「0」表示取消编号。</param>
    /// <param name="level">级，自 0 起。</param>
    public string? Next(string? style, string? list, string? level)
    {
        Level[]? definition = null;
        var at = LevelNumber(level);
        List? used = null;
        if (list is not null)
        {
            definition = lists.TryGetValue(list, out used) ? used.Definition : null;
        }
        else if (style is not null && styles.TryGetValue(style, out var styled))
        {
            (definition, at) = styled;
        }

        if (definition is null)
        {
            return null;
        }

        if (!counters.TryGetValue(definition, out var counts))
        {
            counters[definition] = counts = new int[Levels];
        }

        if (used?.TakeStart(at) is { } start)
        {
            counts[at] = start;
        }
        else
        {
            counts[at] = counts[at] == 0 ? definition[at].Start : counts[at] + 1;
        }

        counts.AsSpan(at + 1).Clear();
        return Label(definition, at, counts);
    }

    private static string? Label(Level[] definition, int at, int[] counts)
    {
        var format = definition[at];
        if (format.Format is "bullet" or "none" || format.Text.Length == 0)
        {
            return null;
        }

        var label = new StringBuilder();
        for (var i = 0; i < format.Text.Length; i++)
        {
            if (format.Text[i] == '%' && i + 1 < format.Text.Length && format.Text[i + 1] is >= '1' and <= '9')
            {
                var level = format.Text[++i] - '1';
                label.Append(DocxNumerals.Write(Math.Max(counts[level], level < at ? definition[level].Start : counts[level]), definition[level].Format));
            }
            else
            {
                label.Append(format.Text[i]);
            }
        }

        return label.ToString();
    }

    private static int LevelNumber(string? text) => Math.Clamp(Number(text, 0), 0, Levels - 1);

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : otherwise;

    private static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);

    private sealed class Level
    {
        public int Start = 1;
        public string Format = "decimal";
        public string Text = "";
    }

    private sealed class List
    {
        public readonly int?[] Starts = new int?[Levels];
        public Level[]? Definition;

        /// <summary>这个列表重新起头的数；只用一次。</summary>
        public int? TakeStart(int level)
        {
            var start = Starts[level];
            Starts[level] = null;
            return start;
        }
    }
}
