# Run inside this folder: gnuplot semicircle.gp
# Saddlery 0.1.0
# model: GOE
# seed: 1
# convention: eigenvalues over √(2n), off-diagonal variance 1/2
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.255
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'GOE: the semicircle, and what is left of it at finite n' at graph 0.5, screen 0.965 center font ',13.0'
set label 'λ/√(2n)' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'mean density' font ',12.0'
set yrange [0.0:0.8]

set label 'eigenvalues over √(2n), entries of variance 1/2 off the diagonal; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07583, 0.11375 to screen 0.11917, 0.11375 nohead lw 2.2 lc rgb '#0072B2'
set label 'n = 8' at screen 0.13083, 0.11375 left font ',10.5'
set arrow from screen 0.24883, 0.11375 to screen 0.29217, 0.11375 nohead lw 2.2 lc rgb '#D55E00'
set label 'n = 32' at screen 0.30383, 0.11375 left font ',10.5'
set arrow from screen 0.42183, 0.11375 to screen 0.46517, 0.11375 nohead lw 2.2 lc rgb '#009E73'
set label 'n = 128' at screen 0.47683, 0.11375 left font ',10.5'
set arrow from screen 0.59483, 0.11375 to screen 0.63817, 0.11375 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'semicircle' at screen 0.64983, 0.11375 left font ',10.5'
set arrow from screen 0.76783, 0.11375 to screen 0.81117, 0.11375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.7895, 0.11375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'drawn' at screen 0.82283, 0.11375 left font ',10.5'
set arrow from screen 0.07583, 0.07625 to screen 0.11917, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.13083, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'semicircle.svg'
plot \
  'semicircle.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'semicircle.csv' using 4:5 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'semicircle.csv' using 6:7:(0):8 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'semicircle.csv' using 9:10 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'semicircle.csv' using 11:12:(0):13 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'semicircle.csv' using 14:15 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'semicircle.csv' using 16:17 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'semicircle.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'semicircle.png'
replot
unset output
