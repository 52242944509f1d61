namespace Gongkai.Reports.Reading.Facts;

/// <summary>找一份报告的单位、年度和日期。</summary>
internal static class FactFinder
{
    /// <summary>找；看不出的为 null，从不猜。</summary>
    /// <param name="text">全文。</param>
    /// <param name="span">这一份的范围。</param>
    /// <param name="fileName">文件名，标题与落款都没有时才看。</param>
    /// <param name="metaPublishedOn">网页元数据里的发布日期；标题旁没有印出时用它。</param>
    public static ReportFacts Find(string text, ReportSpan span, string fileName, DateOnly? metaPublishedOn)
    {
        if (VisibleText.IsNeeded(text.AsSpan(span.Start, span.End - span.Start)))
        {
            (text, span) = WithoutInvisible(text, span);
        }

        var (start, headEnd) = (span.Start, span.HeadEnd);
        var tail = span.Headings.Count > 0 ? span.Headings[^1].End : Math.Max(start, span.End - 600);
        var signature = Signature.Find(text, tail, span.End);
        var title = TitleChoice.Best(text, span, signature);
        var agency = AgencyOf(text, span, title, signature, fileName);
        return new ReportFacts(
            agency,
            AgencyLevels.Of(agency),
            title?.Year ?? ReportYear.Find(text, span) ?? TitleChoice.InFileName(fileName)?.Year,
            PublicationDate.Find(text, start, headEnd) ?? metaPublishedOn,
            signature?.SignedOn,
            title is { } t ? OneLine(text.AsSpan(t.Start, t.End - t.Start)) : null);
    }

    private static (string Text, ReportSpan Span) WithoutInvisible(string text, ReportSpan span)
    {
        var visible = VisibleText.Of(text.AsSpan(span.Start, span.End - span.Start));
        var headings = new List<HeadingHit>(span.Headings.Count);
        foreach (var hit in span.Headings)
        {
            headings.Add(hit with { Start = visible.Visible(hit.Start - span.Start), End = visible.Visible(hit.End - span.Start) });
        }

        return (visible.Text, new ReportSpan(0, visible.Text.Length, headings));
    }

    private static string? AgencyOf(string text, ReportSpan span, TitleCandidate? title, Signature? signature, string fileName)
    {
        if (title is { Agency: not null, Joined: false })
        {
            return title.Value.Agency;
        }

        // The line above the title may be the name of the web site: what the report says of itself goes first.
        if (signature is { SignedOn: not null, Agency: { } signer })
        {
            return signer;
        }

        if (StatedAgency.Find(text, span.Start, span.HeadEnd) is { } stated)
        {
            return stated;
        }

        // Whom to ask is often an office inside the agency that the title or the signature names.
        var contact = StatedAgency.Contact(text, span.Start, span.HeadEnd);
        foreach (var whole in (ReadOnlySpan<string?>)[title?.Agency, signature?.Agency])
        {
            contact = AgencyName.IsOfficeOf(contact, whole) ? whole : contact;
        }

        return contact
            ?? signature?.Agency
            ?? title?.Agency
            ?? StatedAgency.Source(text, span.Start, span.HeadEnd)
            ?? TitleChoice.InFileName(fileName)?.Agency;
    }

    private static string OneLine(ReadOnlySpan<char> title)
    {
        Span<char> line = stackalloc char[Math.Min(title.Length, 256)];
        var length = 0;
        foreach (var c in title)
        {
            if (length < line.Length && Glyphs.KindOf(c) is Glyph.Letter or Glyph.Mark)
            {
                line[length++] = c;
            }
        }

        return new string(line[..length]);
    }
}
