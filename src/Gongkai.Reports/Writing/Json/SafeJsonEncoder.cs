using System.Text;
using System.Text.Encodings.Web;

namespace Gongkai.Reports.Writing.Json;

/// <summary>
/// JSON 字符串的转义：汉字（含扩展区）、全角空格原样，控制符与双向排版标记一律写成 \uXXXX。
/// 自带的编码器要么转义全角空格和扩展区汉字，要么放过双向标记。
/// </summary>
public sealed class SafeJsonEncoder : JavaScriptEncoder
{
    /// <summary>只有这一个，没有状态。</summary>
    public static readonly SafeJsonEncoder Instance = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var offset = 0;
        while (true)
        {
            var found = span[offset..].IndexOfAny(HostileCharacters.OrJsonSyntax);
            if (found < 0)
            {
                return -1;
            }

            offset += found;
            if (Rune.DecodeFromUtf16(span[offset..], out var rune, out var used) is not System.Buffers.OperationStatus.Done || WillEncode(rune.Value))
            {
                return offset;
            }

            offset += used;
        }
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is '"' or '\\' || HostileCharacters.Contains(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        numberOfCharactersWritten = 0;
        var output = new Span<char>(buffer, bufferLength);
        var shortForm = unicodeScalar switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => '\0' };
        if (shortForm != '\0')
        {
            return output.TryWrite($"\\{shortForm}", out numberOfCharactersWritten);
        }

        // 孤立的代理项到这里已换成 U+FFFD；成对的不会走到这里。
        return output.TryWrite($"\\u{unicodeScalar:X4}", out numberOfCharactersWritten);
    }
}
