using System.Buffers.Binary;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>
/// 一份报告的全部格压成几十个字节：多数格是 0，连着的 0 只记个数。各份报告的格要留到最后（那时才知道哪一年、哪些不计），
/// 压过之后三十万份也放得下。
/// </summary>
internal static class PackedCells
{
    // 合计是 decimal（28 位有效数字）：整数 15 位、小数 6 位以内，再加多少份也不丢一位。
    private const decimal Largest = 1_000_000_000_000_000m;
    private const int MostDecimals = 6;

    private const byte LargestInByte = 0xE7;
    private const byte Kinds = 0xE8;
    private const byte ZeroRun = 0xF0;
    private const byte Int64 = 0xF1;
    private const byte Decimal = 0xF2;

    /// <summary>压缩；各表照 <see cref="ReportTable"/> 的次序相接。</summary>
    public static byte[] Pack(IReadOnlyList<TableReading> tables)
    {
        using var bytes = new MemoryStream(128);
        var zeros = 0;
        foreach (var table in tables)
        {
            foreach (var reading in table.Cells)
            {
                var cell = Of(reading);
                if (table.Proof is TableProof.Unreadable && cell.Kind is SumCellKind.Absent)
                {
                    // 表格是图片：不是没印，是读不出。
                    cell = new SumCell(SumCellKind.Unreadable, 0);
                }

                if (cell is { Kind: SumCellKind.Number, Value: 0 } && zeros < byte.MaxValue)
                {
                    zeros++;
                    continue;
                }

                Flush(bytes, ref zeros);
                Write(bytes, cell);
            }
        }

        Flush(bytes, ref zeros);
        return bytes.ToArray();
    }

    /// <summary>展开。</summary>
    /// <param name="packed">压过的格。</param>
    /// <param name="cells">放在哪里，长度就是格数。</param>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<SumCell> cells)
    {
        for (var i = 0; i < cells.Length;)
        {
            var tag = packed[0];
            packed = packed[1..];
            switch (tag)
            {
                case <= LargestInByte:
                    cells[i++] = new SumCell(SumCellKind.Number, tag);
                    break;
                case ZeroRun:
                    cells.Slice(i, packed[0]).Fill(new SumCell(SumCellKind.Number, 0));
                    i += packed[0];
                    packed = packed[1..];
                    break;
                case Int64:
                    cells[i++] = new SumCell(SumCellKind.Number, BinaryPrimitives.ReadInt64LittleEndian(packed));
                    packed = packed[sizeof(long)..];
                    break;
                case Decimal:
                    cells[i++] = new SumCell(SumCellKind.Number, BinaryPrimitives.ReadInt64LittleEndian(packed) / Scale);
                    packed = packed[sizeof(long)..];
                    break;
                default:
                    cells[i++] = new SumCell((SumCellKind)(tag - Kinds), 0);
                    break;
            }
        }
    }

    private const decimal Scale = 1_000_000m;

    private static SumCell Of(in CellReading reading) => reading.State switch
    {
        CellState.Number when Math.Abs(reading.Value) >= Largest || Math.Round(reading.Value, MostDecimals) != reading.Value => new(SumCellKind.Outsize, 0),

        // 有小数的乘以一百万存成整数，所以再小一些。
        CellState.Number when reading.Value != Math.Truncate(reading.Value) && Math.Abs(reading.Value) >= Largest / Scale => new(SumCellKind.Outsize, 0),
        CellState.Number => new(SumCellKind.Number, reading.Value),
        CellState.Blank or CellState.Dash => new(SumCellKind.Blank, 0),
        CellState.Absent => new(SumCellKind.Absent, 0),
        CellState.Ambiguous => new(SumCellKind.Ambiguous, 0),
        CellState.Unreadable => new(SumCellKind.Unreadable, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };

    private static void Write(MemoryStream bytes, SumCell cell)
    {
        if (cell.Kind is not SumCellKind.Number)
        {
            bytes.WriteByte((byte)(Kinds + (int)cell.Kind));
        }
        else if (cell.Value is >= 0 and <= LargestInByte && cell.Value == Math.Truncate(cell.Value))
        {
            bytes.WriteByte((byte)cell.Value);
        }
        else
        {
            var isWhole = cell.Value == Math.Truncate(cell.Value);
            bytes.WriteByte(isWhole ? Int64 : Decimal);
            Span<byte> value = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(value, (long)(isWhole ? cell.Value : cell.Value * Scale));
            bytes.Write(value);
        }
    }

    private static void Flush(MemoryStream bytes, ref int zeros)
    {
        if (zeros > 0)
        {
            bytes.WriteByte(ZeroRun);
            bytes.WriteByte((byte)zeros);
            zeros = 0;
        }
    }
}
