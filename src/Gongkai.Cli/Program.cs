Console.WriteLine("gongkai");
