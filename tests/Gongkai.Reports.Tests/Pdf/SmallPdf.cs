using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Tests.Pdf;

/// <summary>测试用的最小 pdf：每页一串内容流，西文字体。</summary>
internal static class SmallPdf
{
    public static byte[] Of(params string[] pages)
    {
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        foreach (var content in pages)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add($"<</Length {content.Length}>>stream\n{content}\nendstream");
        }

        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>在这一点写一串字。</summary>
    public static string Text(int x, int y, string text, int size = 10) => $"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET ";

    /// <summary>一条线。</summary>
    public static string Line(int x0, int y0, int x1, int y1) => $"{x0} {y0} m {x1} {y1} l S ";
}
