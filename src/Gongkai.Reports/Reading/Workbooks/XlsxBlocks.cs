using System.IO.Compression;
using System.Xml;
using Gongkai.Reports.Reading.Packages;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>Excel 工作簿变成块：各工作表依次读；隐藏的工作表、行、列不读；宏、外部链接、图表一概不看。</summary>
internal static class XlsxBlocks
{
    /// <summary>工作表的张数。</summary>
    private const int MostSheets = 100;

    /// <summary>Excel 允许的工作表名称的长度。</summary>
    private const int LongestName = 31;

    /// <summary>读一个 xlsx。损坏时抛出压缩包或 XML 的异常，超过限度时抛出 <see cref="ReadLimitException"/>。</summary>
    /// <param name="package">压缩包。</param>
    /// <param name="entry">工作簿部件。</param>
    public static SourceDocument Read(OfficePackage package, ZipArchiveEntry entry)
    {
        var targets = Targets(package, entry, out var strings, out var styles);
        List<(string Name, string Part)> sheets = [];
        var hidden = 0;
        var from1904 = false;
        var truncated = false;
        using (var workbook = OfficePackage.Open(entry))
        {
            while (workbook.Read())
            {
                if (workbook.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (workbook.LocalName == "workbookPr")
                {
                    from1904 = workbook.GetAttribute("date1904") is "1" or "true";
                }
                else if (workbook.LocalName == "sheet" && targets.TryGetValue(RelationshipId(workbook) ?? "", out var part))
                {
                    if (workbook.GetAttribute("state") is "hidden" or "veryHidden")
                    {
                        hidden++;
                    }
                    else if (sheets.Count < MostSheets)
                    {
                        sheets.Add((NameOf(workbook), part));
                    }
                    else
                    {
                        truncated = true;
                    }
                }
            }
        }

        var budget = new SheetBudget();
        var sheetReader = new SheetReader(Strings(package, strings), Styles(package, styles), from1904, budget);
        List<Block> blocks = [];
        foreach (var (name, part) in sheets.DistinctBy(s => s.Part))
        {
            using var reader = package.Part(part);
            if (reader is not null)
            {
                var sheet = sheetReader.Read(name, reader);
                SheetBlocks.Emit(sheet, blocks, budget);
                truncated |= sheet.Truncated;
            }
        }

        return new SourceDocument(blocks, null, null, [.. NotesOn(hidden, truncated)]);
    }

    private static IEnumerable<ReaderNote> NotesOn(int hidden, bool truncated)
    {
        if (hidden > 0)
        {
            yield return new ReaderNote(ReaderNotes.HiddenSheets, $"工作簿里有 {hidden} 张隐藏的工作表，没有读。", []);
        }

        if (truncated)
        {
            yield return SourceOpener.Truncated;
        }
    }

    /// <summary>工作簿的各个关系：代号到部件的路径。指向文件以外的不要。</summary>
    private static Dictionary<string, string> Targets(OfficePackage package, ZipArchiveEntry entry, out string? strings, out string? styles)
    {
        (strings, styles) = (null, null);
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        using var reader = package.Beside(entry, $"_rels/{entry.Name}.rels");
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External"
                || reader.GetAttribute("Target") is not { } target || reader.GetAttribute("Id") is not { } id)
            {
                continue;
            }

            var part = target.StartsWith('/') ? target[1..] : OfficePackage.FolderOf(entry) + target;
            var type = reader.GetAttribute("Type")?.Split('/')[^1];
            strings = type == "sharedStrings" ? part : strings;
            styles = type == "styles" ? part : styles;
            if (type == "worksheet")
            {
                targets[id] = part;
            }
        }

        return targets;
    }

    private static SharedStrings Strings(OfficePackage package, string? part)
    {
        using var reader = part is null ? null : package.Part(part);
        return reader is null ? new SharedStrings() : SharedStrings.Read(reader);
    }

    private static CellStyles Styles(OfficePackage package, string? part)
    {
        using var reader = part is null ? null : package.Part(part);
        return reader is null ? new CellStyles() : CellStyles.Read(reader);
    }

    // 各家写的命名空间不同（过渡、严格），只认本名。
    private static string? RelationshipId(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", Prefix.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static string NameOf(XmlReader reader)
    {
        var name = reader.GetAttribute("name") ?? "";
        return WholeText.Of(name.AsSpan(0, Math.Min(name.Length, LongestName)));
    }
}
