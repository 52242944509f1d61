using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Gongkai.WebKit.Qr;

/// <summary>把二维码写成 SVG：一条路径，四周留白四格，没有样式属性。</summary>
public static class QrSvg
{
    private const int Quiet = 4;

    /// <summary>一个网址的二维码。</summary>
    /// <param name="address">网址。</param>
    /// <param name="label">读屏软件念的话。</param>
    public static IHtmlContent Of(string address, string label)
    {
        var code = QrCode.Of(Encoding.UTF8.GetBytes(address));
        var side = code.Size + 2 * Quiet;
        var path = new StringBuilder();
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                if (code.IsDark(x, y))
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
                }
            }
        }

        return new HtmlString(
            $"<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" shape-rendering=\"crispEdges\">"
            + $"<path class=\"qr__ground\" d=\"M0 0h{side}v{side}H0z\"/><path class=\"qr__ink\" d=\"{path}\"/></svg>");
    }
}
