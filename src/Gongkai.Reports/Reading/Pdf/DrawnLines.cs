using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>读 <c>pdftocairo -svg</c> 的一页：表格线和图片的所在。字形不看。</summary>
internal static class DrawnLines
{
    private const double Thin = 3;
    private const double LeastPicture = 60;
    private const int MostRulings = 6000;
    private const int MostGlyphs = 50_000;

    /// <summary>把线和图片加进这一页，并用字形修正词；线太多时（不是表格，是插图）一条也不留。</summary>
    /// <exception cref="XmlException">不是 cairo 应有的输出。</exception>
    public static void AddTo(PdfPage page, byte[] svg)
    {
        using var reader = XmlReader.Create(new StringReader(PdfXml.Legal(Encoding.UTF8.GetString(svg))), PdfXml.Settings);
        List<DrawnGlyph> glyphs = [];
        Dictionary<string, (double Width, double Height)> pictures = [];
        while (reader.Read())
        {
            while (reader.NodeType == XmlNodeType.Element && IsUndrawn(reader))
            {
                reader.Skip();
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "path")
            {
                AddPath(page.Rulings, reader);
            }
            else if (reader.LocalName == "image" && reader.GetAttribute("id") is { } id)
            {
                pictures["#" + id] = (PdfXml.Number(reader, "width"), PdfXml.Number(reader, "height"));
            }
            else if (reader.LocalName == "use" && pictures.TryGetValue(GlyphWords.Reference(reader), out var size))
            {
                AddPicture(page, Matrix.Parse(reader.GetAttribute("transform")), size);
            }
            else if (reader.LocalName == "use" && glyphs.Count < MostGlyphs && GlyphWords.Parse(reader) is { } glyph)
            {
                glyphs.Add(glyph);
            }

            if (page.Rulings.Count > MostRulings)
            {
                page.Rulings.Clear();
                return;
            }
        }

        var turned = page.Rulings.ConvertAll(page.Turn.Upright);
        page.Rulings.Clear();
        page.Rulings.AddRange(turned);
        GlyphWords.Refine(page, glyphs.ConvertAll(g => page.Turn.Upright(g.X, g.Baseline) is var (x, y) ? g with { X = x, Baseline = y } : g));
    }

    /// <summary>字形、裁剪、蒙版的定义：本身不画出来。</summary>
    private static bool IsUndrawn(XmlReader reader) =>
        reader.LocalName is "symbol" or "clipPath" or "mask" or "pattern"
        || (reader.LocalName == "g" && reader.GetAttribute("id")?.StartsWith("glyph", StringComparison.Ordinal) == true);

    private static void AddPicture(PdfPage page, Matrix matrix, (double Width, double Height) size)
    {
        var (x0, y0) = matrix.Apply(0, 0);
        var (x1, y1) = matrix.Apply(size.Width, size.Height);
        var box = page.Turn.Upright(new Box(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1)));
        if (box is { Width: >= LeastPicture, Height: >= LeastPicture / 4 } && box.Touches(page.Size, 0))
        {
            page.Pictures.Add(box);
        }
    }

    private static void AddPath(List<Box> rulings, XmlReader reader)
    {
        var style = reader.GetAttribute("style") ?? "";
        var isFilled = reader.GetAttribute("fill") is { } fill ? fill != "none" : !style.Contains("fill:none", StringComparison.Ordinal);
        var matrix = Matrix.Parse(reader.GetAttribute("transform"));
        List<(double X, double Y)> points = [];
        var curved = false;
        foreach (var (command, numbers) in Commands(reader.GetAttribute("d") ?? ""))
        {
            switch (command)
            {
                case 'M':
                    Flush();
                    points.Add(matrix.Apply(numbers[0], numbers[1]));
                    break;
                case 'L':
                    points.Add(matrix.Apply(numbers[0], numbers[1]));
                    break;
                case 'Z' when points.Count > 0:
                    points.Add(points[0]);
                    break;
                default:
                    curved = true;
                    break;
            }
        }

        Flush();

        void Flush()
        {
            if (!curved && points.Count > 1)
            {
                Add(rulings, points, isFilled);
            }

            points.Clear();
            curved = false;
        }
    }

    /// <summary>填成的细条，或描出的各边。</summary>
    private static void Add(List<Box> rulings, List<(double X, double Y)> points, bool isFilled)
    {
        if (isFilled)
        {
            AddThin(rulings, new Box(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y)));
            return;
        }

        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            AddThin(rulings, new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)));
        }
    }

    private static void AddThin(List<Box> rulings, Box box)
    {
        if (Math.Min(box.Width, box.Height) <= Thin && Math.Max(box.Width, box.Height) >= 0.5)
        {
            rulings.Add(box);
        }
    }

    /// <summary>路径里的命令和它的数；cairo 只用大写的 M、L、C、Z，数之间是空格。</summary>
    private static IEnumerable<(char Command, double[] Numbers)> Commands(string path)
    {
        var command = '\0';
        List<double> numbers = [];
        foreach (var part in path.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                numbers.Add(number);
                continue;
            }

            if (IsWhole())
            {
                yield return (command, [.. numbers]);
            }

            command = part[0];
            numbers.Clear();
        }

        if (IsWhole())
        {
            yield return (command, [.. numbers]);
        }

        bool IsWhole() => command is 'Z' or 'C' || (command is 'M' or 'L' && numbers.Count >= 2);
    }

    private readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
    {
        public static Matrix Parse(string? transform)
        {
            if (transform is not null && transform.StartsWith("matrix(", StringComparison.Ordinal) && transform.EndsWith(')'))
            {
                var parts = transform[7..^1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
                Span<double> n = stackalloc double[6];
                var i = 0;
                while (i < 6 && i < parts.Length && double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out n[i]) && double.IsFinite(n[i]))
                {
                    i++;
                }

                if (i == 6)
                {
                    return new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]);
                }
            }

            return new Matrix(1, 0, 0, 1, 0, 0);
        }

        public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);
    }
}
