using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>一份随机而自洽的年度报告：勾稽关系全部成立，多数格是 0，少数有多位数。同一种子总得同一份。</summary>
internal sealed class RandomReport
{
    private static readonly string[] Agencies =
    [
        "清溪县应急管理局", "清溪县云岭镇人民政府", "白鹭市松涛区民政局", "白鹭市柳堤街道办事处", "青禾县人民政府", "白鹭市气象局",
    ];

    private readonly decimal[][] _values;
    private readonly string?[][] _printed;

    private RandomReport(ReportForm form, string agency, int year, decimal[][] values, string?[][] printed) =>
        (Form, Agency, Year, _values, _printed) = (form, agency, year, values, printed);

    public ReportForm Form { get; }

    public string Agency { get; }

    public int Year { get; }

    public static RandomReport Make(int seed, ReportForm form)
    {
        var random = new Random(seed);
        var density = random.NextDouble() * 0.5;
        decimal[][] values = [.. form.Tables.Select(t => Fill(t, () => Count(random, density), random))];
        return new RandomReport(
            form,
            Agencies[random.Next(Agencies.Length)],
            form == ReportForms.V2019 ? random.Next(2019, 2021) : random.Next(2021, 2026),
            values,
            [.. form.Tables.Select(t => new string?[t.Cells.Count])]);
    }

    /// <summary>格的值。</summary>
    public decimal this[FormCell cell] => _values[(int)cell.Address.Table][cell.Index];

    /// <summary>格里印的文字：通常就是它的值。</summary>
    public string Printed(FormCell cell) => _printed[(int)cell.Address.Table][cell.Index] ?? this[cell].ToString("0.##");

    /// <summary>格里印的不是值，如横线。</summary>
    public bool IsReplaced(FormCell cell) => _printed[(int)cell.Address.Table][cell.Index] is not null;

    /// <summary>改错一格：值变了，别的不变，所以不再自洽。</summary>
    public RandomReport With(FormCell cell, decimal value)
    {
        decimal[][] values = [.. _values.Select(t => t.ToArray())];
        values[(int)cell.Address.Table][cell.Index] = value;
        return new RandomReport(Form, Agency, Year, values, _printed);
    }

    /// <summary>把一部分 0 印成别的样子。</summary>
    public RandomReport WithZerosAs(Func<string?> mark)
    {
        string?[][] printed = [.. Form.Tables.Select(t => t.Cells.Select(c => this[c] == 0 ? mark() : null).ToArray())];
        return new RandomReport(Form, Agency, Year, _values, printed);
    }

    /// <summary>由表自己的勾稽关系填满：先随机填组成部分，再算出合计。</summary>
    private static decimal[] Fill(FormTable table, Func<int> count, Random random)
    {
        var values = new decimal[table.Cells.Count];
        foreach (var cell in table.Cells)
        {
            values[cell.Index] = cell switch
            {
                { IsDecimal: true } => count() + (random.Next(3) == 0 ? random.Next(1, 100) / 100m : 0),
                { MayBeNegative: true } => random.Next(4) == 0 ? random.Next(-9, 30) : 0,
                _ => count(),
            };
        }

        // L02 makes each column's total; L01 then splits it, what is carried out added, over received and carried in;
        // L03 and L04 sum the columns last, so that the total column, whose L01 and L02 follow from them, comes out right.
        foreach (var sum in Of("L02"))
        {
            values[sum.Right[0]] = sum.Left.Sum(i => values[i]);
        }

        foreach (var balance in Of("L01"))
        {
            var (received, carriedIn, total, carriedOut) = (balance.Left[0], balance.Left[1], balance.Right[0], balance.Right[1]);
            values[carriedOut] = random.Next(3) == 0 ? random.Next(13) : 0;
            var all = values[total] + values[carriedOut];
            values[carriedIn] = random.Next(3) == 0 ? random.Next((int)Math.Min(all, 40) + 1) : 0;
            values[received] = all - values[carriedIn];
        }

        foreach (var sum in Of("L03").Concat(Of("L04")))
        {
            values[sum.Right[0]] = sum.Left.Sum(i => values[i]);
        }

        return values;

        IEnumerable<Linkage> Of(string code) => table.Linkages.Where(l => l.Code == code);
    }

    private static int Count(Random random, double density)
    {
        if (random.NextDouble() >= density)
        {
            return 0;
        }

        return random.Next(100) switch
        {
            < 70 => random.Next(1, 10),
            < 92 => random.Next(10, 100),
            < 97 => random.Next(100, 1000),
            < 99 => random.Next(1000, 10000),
            _ => random.Next(10000, 100000),
        };
    }
}
